"""The only room that speaks Processing: layers, parameters, messages."""
