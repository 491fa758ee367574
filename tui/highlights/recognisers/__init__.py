"""Who finds the names: recognisers as plug-ins, the built-in one among them."""
