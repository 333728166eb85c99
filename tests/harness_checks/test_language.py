from harness.language import english_in


def test_english_in_a_chinese_page_is_found():
    assert english_in("请于 3 月 31 日前 send your papers to us") == ["send your papers to us"]


def test_names_addresses_and_short_words_pass():
    assert english_in("Sino-Euro Forum on Thoracic Disease 论坛，EGFR 与 CAR-T") == []
    assert english_in("写信至 office@exchange.example 或 https://example.com/a/b") == []
    assert english_in("Eva Nováková Dvořáková 医生", names=["Eva Nováková Dvořáková"]) == []


def test_words_of_two_lines_are_not_one_run():
    assert english_in("EGFR\nPDF\nICS") == []
