"""The ``dienhong`` command: a group whose subcommands are loaded when asked for, so that --help is quick."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import NoReturn

import click
from click.exceptions import NoArgsIsHelpError

from dienhong.kernel.errors import DomainError
from dienhong.kernel.memory import settle

COMMANDS = {
    "audit": "dienhong.cli.audit:audit",
    "backup": "dienhong.cli.backup:backup",
    "check": "dienhong.cli.check:check",
    "demo": "dienhong.cli.demo:demo",
    "doctor": "dienhong.cli.doctor:doctor",
    "export": "dienhong.cli.workbook:export",
    "figures": "dienhong.cli.figures:figures",
    "import": "dienhong.cli.workbook:import_workbook",
    "remind": "dienhong.cli.remind:remind",
    "report": "dienhong.cli.report:report",
    "restore": "dienhong.cli.backup:restore",
    "serve": "dienhong.cli.serve:serve",
    "simulate": "dienhong.cli.simulate:simulate",
    "template": "dienhong.cli.workbook:template",
    "units": "dienhong.cli.units:units",
}
"""Name of the command: module and attribute."""


class LazyGroup(click.Group):
    """Imports a subcommand, and with it Django, only when it is called or described."""

    def list_commands(self, context: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module, attribute = COMMANDS[name].split(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command


@click.group(cls=LazyGroup)
@click.version_option(package_name="dienhong")
def dienhong() -> None:
    """Diên Hồng: hệ thống làm việc của Hội đồng nhân dân."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dienhong.config.settings")


def main() -> None:
    """Run; what goes wrong in the domain or in the words typed is one line and exit code 2, never a traceback."""
    try:
        sys.exit(dienhong(standalone_mode=False))
    except DomainError as error:
        _give_up(error.sentence)
    except NoArgsIsHelpError as error:
        error.show()
        sys.exit(2)
    except click.ClickException as error:
        _give_up(error.format_message())
    except click.Abort:
        _give_up("Đã dừng theo yêu cầu.")
    except Exception as error:
        if not _is_about_the_database(error):
            raise
        _give_up(f"Cơ sở dữ liệu chưa sẵn sàng ({error}); hãy chạy “dienhong serve” một lần để lập.")


def _is_about_the_database(error: Exception) -> bool:
    from django.db import OperationalError, ProgrammingError

    return isinstance(error, OperationalError | ProgrammingError)


def _give_up(sentence: str) -> NoReturn:
    click.echo(f"dienhong: {' '.join(sentence.split())}", err=True)
    sys.exit(2)


def start_django() -> None:
    """Commands that need the database call this first."""
    import django

    django.setup()
    settle()


if __name__ == "__main__":
    main()
