"""Which form the tables have: the migrations that were applied, here and in an archive."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from dienhong.kernel.errors import Refused

Node = tuple[str, str]

NEWER = "Bản sao lưu do một phiên bản Diên Hồng mới hơn lập; hãy nâng cấp hệ thống này trước rồi khôi phục."
OLDER = (
    "Bản sao lưu do một phiên bản Diên Hồng cũ hơn lập nên chỉ khôi phục được vào một nơi còn trống: "
    "hãy đặt DIENHONG_DATA (hoặc DATABASE_URL) khác rồi làm lại."
)


def applied() -> list[str]:
    """The migrations of this database, "app.name"; none where it has no tables yet."""
    return sorted(".".join(node) for node in MigrationRecorder(connection).applied_migrations())


def take_form(migrations: Iterable[str]) -> Any:
    """Bring the database into the form of an archive; the models as they were then. Raises Refused."""
    executor = MigrationExecutor(connection)
    graph, wanted = executor.loader.graph, {_node(told) for told in migrations}
    if not wanted <= set(graph.nodes):
        raise Refused.because("backup.newer", NEWER)
    leaves = [node for node in sorted(wanted) if not any(child in wanted for child in _next(graph, node))]
    if not applied():
        executor.migrate(leaves)
    elif wanted >= set(graph.nodes):
        call_command("migrate", verbosity=0, interactive=False)
    elif wanted != {_node(told) for told in applied()}:
        raise Refused.because("backup.older", OLDER)
    return MigrationExecutor(connection).loader.project_state(leaves).apps


def take_newest_form() -> None:
    call_command("migrate", verbosity=0, interactive=False)


def _node(told: str) -> Node:
    app, _, name = told.partition(".")
    return app, name


def _next(graph: Any, node: Node) -> list[Node]:
    """What comes after it in its own app."""
    return [child.key for child in graph.node_map[node].children if child.key[0] == node[0]]
