"""The addresses of every register, made from the list: adding a register adds no line here."""

from collections.abc import Iterator

from django.urls import URLPattern, path

from dienhong.registers.declaration import Register, all_registers
from dienhong.web.registers.views import acts, forms, lists, records


def addresses(register: Register) -> Iterator[URLPattern]:
    """List, Excel, form, page and acts of one register."""
    base, given = f"<slug:council>/{register.path}/", {"register": register}
    yield path(base, lists.list_page, given, name=f"{register.code}-list")
    yield path(f"{base}xuat-excel/", lists.list_excel, given, name=f"{register.code}-excel")
    if not register.by_hand:
        return
    yield path(f"{base}ghi-moi/", forms.add_page, given, name=f"{register.code}-add")
    yield path(f"{base}<slug:code>/", records.record_page, given, name=f"{register.code}-record")
    yield path(f"{base}<slug:code>/sua/", forms.change_page, given, name=f"{register.code}-change")
    yield path(f"{base}<slug:code>/huy/", acts.cancel_page, given, name=f"{register.code}-cancel")
    if register.deeds:
        yield path(
            f"{base}<slug:code>/viec/<slug:deed>/", acts.deed_page, given, name=f"{register.code}-deed"
        )
    if register.plain_steps:
        step = f"{base}<slug:code>/buoc/<slug:step>/"
        yield path(step, acts.step_page, given, name=f"{register.code}-step")


urlpatterns = [address for register in all_registers() for address in addresses(register)]
