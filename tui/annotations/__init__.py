"""What the reader adds: tags and notes on spans and documents."""
