"""The parts of a site beside its messages: histories, speakers, sources, the timeline, the stream, cards."""
