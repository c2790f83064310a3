"""SIGKILL at exact points of a conversation: nothing is lost, nothing doubled but what is marked `uncertain`.

A real Kith runs between a Bot API server on loopback and two proxies (app -> engine, engine -> app), so that a process
can be killed while a given message is known to be here and not yet there.
"""
