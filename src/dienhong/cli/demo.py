"""``dienhong demo``: an installation with the sample, ready to look at."""

from __future__ import annotations

import json
import secrets
import sys
from pathlib import Path

import click

from dienhong.cli.main import start_django


@click.command()
@click.option("--no-serve", is_flag=True, help="Chỉ chuẩn bị, không chạy máy chủ.")
@click.option("--port", default=8000, show_default=True, help="Cổng; nếu bận thì lấy cổng trống kế tiếp.")
def demo(no_serve: bool, port: int) -> None:
    """Lập cơ sở dữ liệu trong var/, nạp dữ liệu mẫu, in số liệu và tài khoản, rồi chạy."""
    start_django()
    from dienhong.cli.demo_report import write_report
    from dienhong.cli.serve import free_port, prepare, run_server

    click.echo("Đang chuẩn bị cơ sở dữ liệu…")
    prepare()
    sign_ins = _load_sample()
    _load_year()
    write_report()
    _print_sign_ins(sign_ins)
    if not no_serve:
        free = free_port(port)
        print(f"\nMở trình duyệt tại http://127.0.0.1:{free}", flush=True)
        run_server("127.0.0.1", free, workers=2)


def _sign_ins_file() -> Path:
    from django.conf import settings

    return Path(settings.DATA_DIRECTORY) / "sample-sign-ins.json"


def _load_sample() -> dict[str, str]:
    """Load the sample if it is not there; its passwords are kept beside the data, so that a second run prints them."""
    from django.utils import timezone

    from dienhong.accounts.models import User
    from dienhong.sample.load import load_sample

    file = _sign_ins_file()
    click.echo("Đang nạp dữ liệu mẫu…")
    operator, now = User.objects.operator(), timezone.now()
    passwords = load_sample(by=operator, at=now, password=lambda: secrets.token_urlsafe(9))
    if passwords:
        file.write_text(json.dumps(passwords, indent=1), encoding="utf-8")
        file.chmod(0o600)
    kept: dict[str, str] = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    return kept


def _load_year() -> None:
    """The workbook of each council, kept beside the reports, and imported; what is in already is left as it is."""
    from django.conf import settings
    from django.utils import timezone

    from dienhong.accounts.models import User
    from dienhong.sample.workbooks import load_workbooks, waiting_councils

    operator, folder = User.objects.operator(), Path(settings.DATA_DIRECTORY) / "out" / "so-excel"
    waiting = waiting_councils()
    loaded = load_workbooks(waiting, by=operator, at=timezone.now(), keep_in=folder)
    with click.progressbar(
        loaded, length=len(waiting), label="Đang nhập sổ Excel năm 2023", file=sys.stderr
    ) as steps:
        for _ in steps:
            pass


def _print_sign_ins(sign_ins: dict[str, str]) -> None:
    from dienhong.organisations.models import RoleGrant

    click.echo("\nTài khoản dùng thử:")
    grants = (
        RoleGrant.objects.filter(user__username__in=sign_ins).select_related("user", "council").order_by("pk")
    )
    for grant in grants:
        name = grant.user.username
        role = f"{grant.get_role_display()}, {grant.council.short_name}"
        click.echo(f"  {name:<22} {sign_ins[name]:<14} {role}")
