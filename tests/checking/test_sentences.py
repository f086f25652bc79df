"""Sentences as clerks write them: correct ones, where any error is a false alarm, and wrong ones."""

import pytest

from tests.checking.say import errors

CORRECT = """
Tổng số 45 đại biểu dự họp, trong đó có 30 đại biểu HĐND, 10 đại biểu khách mời và lãnh đạo các phòng.
Có 12 ý kiến của 8 đại biểu tham gia thảo luận (Tổ 1: 5 ý kiến; Tổ 2: 7 ý kiến).
Kỳ họp xem xét 35 báo cáo, tờ trình (20 báo cáo, 15 tờ trình) và thông qua 12 nghị quyết (kèm 03 phụ lục; 02 biểu).
Đã thực hiện 15/20 chỉ tiêu (đạt 75%), còn 5 chỉ tiêu chưa đạt, trong đó 2 chỉ tiêu khó hoàn thành.
Tổ chức 24 cuộc tiếp xúc cử tri tại 24 điểm với 1.850 lượt cử tri, tổng hợp 120 ý kiến, trong đó 80 ý kiến thuộc thẩm quyền cấp xã (chiếm 66,7%), 40 ý kiến thuộc thẩm quyền cấp huyện, tỉnh (33,3%).
Cử tri đã có 56 lượt ý kiến với 78 kiến nghị, gồm: 30 kiến nghị về giao thông, 25 kiến nghị về điện, 23 kiến nghị về nước.
Trong 05 năm, HĐND xã tổ chức 15 kỳ họp (10 kỳ họp thường lệ, 05 kỳ họp chuyên đề), ban hành 95 nghị quyết (bình quân 19 nghị quyết/năm).
Đã tiếp 36 lượt công dân (giảm 12 lượt so với cùng kỳ), tiếp nhận 20 đơn (tăng 02 đơn).
Số hộ nghèo 120 hộ (chiếm 5,2% tổng số hộ), cận nghèo 80 hộ (chiếm 3,5%).
Thu ngân sách 74,2 tỷ đồng, đạt 105% dự toán tỉnh giao, bằng 98% so với cùng kỳ; trong đó thu tiền sử dụng đất 40 tỷ đồng, đạt 120% dự toán.
Ban hành 10 kế hoạch, 05 báo cáo, 03 tờ trình; trong đó có 02 kế hoạch giám sát.
Các tổ đại biểu: Tổ 1: 05 cuộc; Tổ 2: 04 cuộc.
HĐND xã bầu 05 chức danh gồm: Chủ tịch HĐND, Phó Chủ tịch HĐND, Chủ tịch UBND và 02 Phó Chủ tịch UBND.
Thường trực HĐND xã có 02 đồng chí (Chủ tịch kiêm nhiệm, 01 Phó Chủ tịch chuyên trách).
Đoàn giám sát gồm 07 thành viên do đồng chí Nguyễn Văn An, Phó Chủ tịch HĐND làm Trưởng đoàn.
Có 18/25 đại biểu là đảng viên (72%), 10/25 đại biểu nữ (40%), 05/25 đại biểu trẻ.
Đã phê duyệt 05 dự án với tổng mức đầu tư 12,5 tỷ đồng (ngân sách tỉnh 10 tỷ đồng, ngân sách xã 2 tỷ đồng, còn lại nhân dân đóng góp).
Xã có 08 thôn (05 thôn đặc biệt khó khăn), 1.250 hộ (320 hộ nghèo), 5.600 khẩu (85% là đồng bào dân tộc).
Đã tổ chức 03 hội nghị tập huấn (quý I: 01 hội nghị; quý II: 02 hội nghị) cho 150 lượt người.
Đến ngày 30/6, đã giải ngân 45 tỷ đồng/120 tỷ đồng, đạt 37,5%.
Toàn tỉnh có 11 huyện, thành phố với 171 xã, phường, thị trấn (129 xã, 23 phường, 19 thị trấn).
Có 165 ý kiến đã được trả lời, giải quyết (gồm 100 ý kiến trả lời ngay, 65 ý kiến trả lời bằng văn bản); 20 ý kiến đang xem xét.
Bầu bổ sung 02 đồng chí: đồng chí Nguyễn Văn An, Trưởng phòng Nội vụ; đồng chí Trần Bình, Chánh Văn phòng.
Tại kỳ họp có 09 đại biểu chất vấn với 15 câu hỏi (trong đó: 06 câu hỏi đối với Chủ tịch UBND; 05 câu hỏi đối với Trưởng Công an; 04 câu hỏi đối với Trưởng phòng Kinh tế).
Các Ban HĐND đã thẩm tra 45 báo cáo, tờ trình, dự thảo nghị quyết: Ban Pháp chế thẩm tra 12; Ban Kinh tế - Xã hội thẩm tra 33.
Tiếp nhận 30 đơn, trong đó 25 đơn đủ điều kiện xử lý, 05 đơn không đủ điều kiện; đã chuyển 20 đơn đến cơ quan có thẩm quyền, hướng dẫn 03 đơn, lưu 07 đơn.
UBND xã trình 18 nội dung; Thường trực HĐND thống nhất 16 nội dung, chưa thống nhất 01 nội dung, đề nghị bổ sung hồ sơ 01 nội dung.
Qua giám sát 05 đơn vị, Đoàn đã đưa ra 12 kiến nghị, đến nay đã thực hiện xong 08 kiến nghị, đang thực hiện 04 kiến nghị.
Công tác tuyển quân: giao 25 thanh niên nhập ngũ, đạt 100%; trong đó đảng viên 03 đồng chí, trình độ đại học 05 đồng chí.
Cấp 125 giấy chứng nhận, đạt 62,5% kế hoạch (200 giấy).
Tổng số phiếu phát ra 30 phiếu, thu về 30 phiếu, hợp lệ 29 phiếu, không hợp lệ 01 phiếu; đồng ý 28 phiếu (96,6%), không đồng ý 01 phiếu.
Tỷ lệ hộ nghèo còn 4,5% (giảm 1,2% so với năm 2023); thu nhập bình quân 52 triệu đồng/người/năm, tăng 4 triệu đồng so với năm 2023.
Trong năm đã xảy ra 12 vụ vi phạm (tăng 2 vụ so với năm 2023), làm 03 người chết, 05 người bị thương.
Đội ngũ cán bộ, công chức xã có 22 người (nam 14, nữ 8), trong đó trình độ đại học 20 người, trung cấp 02 người; đảng viên 21 người.
HĐND xã khóa XX có 26 đại biểu, đến nay còn 24 đại biểu (02 đại biểu chuyển công tác).
""".strip().splitlines()  # noqa: E501
WRONG = """
Tổng số 134 nghị quyết; trong đó: 26 nghị quyết của HĐND huyện và 109 nghị quyết của HĐND xã.
Cấp huyện 12 phiên họp, cấp xã 97 phiên họp, tổng cộng 110 phiên.
HĐND huyện có 35 đại biểu (nam 20, nữ 16).
Tiếp nhận 45 đơn (khiếu nại: 12; tố cáo: 5; kiến nghị, phản ánh: 29).
Tổ chức 05 kỳ họp (02 kỳ họp thường lệ và 04 kỳ họp chuyên đề).
Đã có 10/12 xã hoàn thành, còn 03 xã chưa hoàn thành.
Có 25/30 đại biểu có mặt, vắng 6 đại biểu.
Số kiến nghị là 60 kiến nghị, gồm: 25 kiến nghị đã giải quyết (41,7%), 20 kiến nghị đang giải quyết (33,3%) và 14 kiến nghị chưa giải quyết (25%).
Ban KT-XH: 5 cuộc; Ban Pháp chế: 4 cuộc; tổng: 10 cuộc.
Trong năm, HĐND tỉnh ban hành 45 nghị quyết, trong đó 12 nghị quyết quy phạm pháp luật và 34 nghị quyết cá biệt.
Tổng số cử tri tham dự là 1.650 lượt người, trong đó cấp tỉnh 450 lượt người, cấp huyện 1.300 lượt người.
HĐND xã có 28 đại biểu, trong đó nữ 10 đại biểu (chiếm 45,7%).
Đã giải quyết được 45 trên tổng số 60 kiến nghị, đạt 85%.
Tổng số 20 phiếu, trong đó: tín nhiệm cao 15 phiếu, tín nhiệm 4 phiếu, tín nhiệm thấp 2 phiếu.
Tổ chức 03 đợt tiếp xúc cử tri tại 45 điểm (đợt 1: 15 điểm; đợt 2: 15 điểm; đợt 3: 16 điểm).
Gửi phiếu đến 12 đồng chí; có 13/12 đồng chí phản hồi.
Ban hành mười hai nghị quyết, gồm năm nghị quyết về đầu tư và tám nghị quyết về nhân sự.
Tổng chi 120,5 tỷ đồng (chi đầu tư 40,2 tỷ đồng; chi thường xuyên 80,8 tỷ đồng).
Toàn huyện có 12 xã, thị trấn (11 xã và 02 thị trấn).
""".strip().splitlines()  # noqa: E501


@pytest.mark.parametrize("text", CORRECT)
def test_correct_sentences_raise_no_alarm(text: str) -> None:
    assert errors(text) == []


def test_together_they_raise_none_either() -> None:
    assert errors("\n".join(CORRECT)) == []


@pytest.mark.parametrize("text", WRONG)
def test_wrong_sentences_are_told(text: str) -> None:
    assert errors(text)
