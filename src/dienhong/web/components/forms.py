"""Forms of the page of components: one field of every kind, and the petition form of the prototype."""

from django import forms

FIELDS = [
    ("", "Tất cả"),
    ("ha-tang", "Giao thông, hạ tầng"),
    ("dat-dai", "Đất đai, môi trường"),
    ("y-te", "Y tế"),
    ("chinh-sach", "Chính sách xã hội"),
]
STATES = [("", "Tất cả"), ("open", "Đang giải quyết"), ("overdue", "Quá hạn"), ("done", "Đã xong")]
PLACES = [
    ("", "Chọn xã, thị trấn"),
    ("tan-canh", "xã Tân Cảnh"),
    ("dien-binh", "xã Diên Bình"),
    ("dak-to", "thị trấn Đăk Tô"),
]


class Filters(forms.Form):
    q = forms.CharField(label="Tìm", required=False, widget=forms.TextInput({"type": "search"}))
    linh_vuc = forms.ChoiceField(label="Lĩnh vực", choices=FIELDS, required=False)
    trang_thai = forms.ChoiceField(label="Tình trạng", choices=STATES, required=False)
    noi = forms.ChoiceField(label="Nơi nêu", choices=[("", "Cả huyện"), *PLACES[1:]], required=False)
    tu_ngay = forms.DateField(label="Từ ngày", required=False)


class PetitionForm(forms.Form):
    text = forms.CharField(
        label="Cử tri kiến nghị", widget=forms.Textarea, help_text="Ghi nguyên ý cử tri, một việc một dòng."
    )
    raised_on = forms.DateField(label="Ngày nêu", help_text="Gõ 5/11 cũng được.")
    place = forms.ChoiceField(label="Nơi nêu", choices=PLACES)
    meeting = forms.ChoiceField(
        label="Nêu tại", choices=[("", "Chọn cuộc tiếp xúc"), ("a", "Tiếp xúc sau kỳ họp thứ 7, xã Tân Cảnh")]
    )
    field = forms.ChoiceField(label="Lĩnh vực", choices=[("", "Chọn lĩnh vực"), *FIELDS[1:]])
    level = forms.ChoiceField(
        label="Thẩm quyền",
        widget=forms.RadioSelect,
        choices=[("1", "Cấp xã"), ("2", "Cấp huyện"), ("3", "Cấp tỉnh"), ("4", "Trung ương")],
    )
    agency = forms.ChoiceField(
        label="Chuyển đến",
        required=False,
        choices=[
            ("", "Chưa chuyển"),
            ("ubnd", "Ủy ban nhân dân huyện Đăk Tô"),
            ("tn", "Phòng Tài nguyên và Môi trường"),
        ],
    )
    due_on = forms.DateField(
        label="Hạn trả lời", required=False, help_text="Để trống: tính theo quy định, kể từ ngày chuyển."
    )
    people = forms.IntegerField(label="Số cử tri cùng nêu", required=False, min_value=1)
    repeated = forms.BooleanField(label="Đã nêu ở kỳ trước", required=False)
    paper = forms.FileField(
        label="Văn bản kèm theo", required=False, help_text="Word, PDF hoặc ảnh, không quá 20 MB."
    )
    note = forms.CharField(label="Ghi chú", required=False)

    GROUPS = (
        ("Sự việc", ("text", "raised_on", "place", "meeting"), False),
        ("Phân loại", ("field", "level"), False),
        ("Giải quyết", ("agency", "due_on"), False),
        ("Ghi thêm", ("people", "repeated", "paper", "note"), True),
    )

    @property
    def groups(self) -> list[dict[str, object]]:
        """Heading, bound fields, folded: as the template of forms reads them."""
        return [
            {"heading": heading, "fields": [self[name] for name in names], "folded": folded}
            for heading, names, folded in self.GROUPS
        ]


class EveryField(forms.Form):
    """One field of every kind; bound to nothing it shows an error at each required one."""

    text = forms.CharField(label="Chữ một dòng", help_text="Lời giúp đứng giữa nhãn và ô nhập.")
    disabled = forms.CharField(label="Chữ, đang khóa", initial="KN-2023-017", disabled=True)
    area = forms.CharField(label="Chữ nhiều dòng", widget=forms.Textarea)
    choice = forms.ChoiceField(label="Chọn một", choices=PLACES)
    day = forms.DateField(label="Ngày")
    number = forms.IntegerField(label="Số")
    agree = forms.BooleanField(label="Đã đọc và đồng ý")
    radio = forms.ChoiceField(label="Chọn một trong vài", widget=forms.RadioSelect, choices=STATES[1:])
    several = forms.MultipleChoiceField(
        label="Chọn nhiều", widget=forms.CheckboxSelectMultiple, choices=FIELDS[1:]
    )
    listed = forms.MultipleChoiceField(label="Chọn nhiều trong danh sách", choices=FIELDS[1:])
    file = forms.FileField(label="Tệp")


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label="Lý do hủy",
        widget=forms.Textarea,
        help_text="Lý do được ghi vào nhật ký và ai xem hồ sơ cũng đọc được.",
    )
