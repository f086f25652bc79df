"""``dienhong serve``: the web server on this machine."""

from __future__ import annotations

import os
import socket
from typing import Any

import click
from gunicorn.app.base import BaseApplication

from dienhong.cli.main import start_django
from dienhong.cli.static_files import collect


@click.command()
@click.option("--port", default=8000, show_default=True)
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--workers", default=2, show_default=True, help="Số tiến trình.")
def serve(port: int, host: str, workers: int) -> None:
    """Chạy hệ thống trên máy này."""
    start_django()
    prepare()
    click.echo(f"Diên Hồng đang chạy tại http://{host}:{port}")
    run_server(host, port, workers)


def prepare() -> None:
    """Bring the database and the static files up to date; nothing to do the second time."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    collect()


def free_port(wanted: int, host: str = "127.0.0.1") -> int:
    """``wanted``, or the next port above it that nobody listens on."""
    for port in range(wanted, wanted + 200):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if probe.connect_ex((host, port)) != 0:
                return port
    raise click.ClickException(f"Không còn cổng nào trống từ {wanted} đến {wanted + 199}.")


class _Server(BaseApplication):  # type: ignore[misc]
    def __init__(self, options: dict[str, Any]) -> None:
        self.options = options
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """Once, before there are workers: they share what is loaded, and the first page need not wait for it."""
        from django.urls import get_resolver

        from dienhong.config.wsgi import application

        get_resolver().url_patterns  # noqa: B018 - imports every view
        return application


def run_server(host: str, port: int, workers: int) -> None:
    """Serve until stopped; threads share a process, so a slow page does not hold the others."""
    from django.db import connections

    from dienhong.cli.schedule import start_schedule

    connections.close_all()
    start_schedule()
    os.environ.setdefault("GUNICORN_CMD_ARGS", "")
    options = {
        "bind": f"{host}:{port}",
        "workers": workers,
        "worker_class": "gthread",
        "threads": 8,
        "preload_app": True,
    }
    _Server({**options, "loglevel": "warning", "proc_name": "dienhong", "control_socket_disable": True}).run()
