"""The highlights of many documents, gathered, kept and compared."""
