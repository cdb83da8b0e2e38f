"""The loopback interface, for the scripts beside this one."""
import socket


def free_port():
    """Returns a port that is free now."""
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]
