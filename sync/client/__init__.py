"""The office's side of the sync: outbox, exchange, apply, receipt; the only user of requests."""
