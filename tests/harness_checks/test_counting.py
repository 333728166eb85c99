from harness.counting import Count, count_of

REPORT = """<testsuites>
<testsuite name="pytest" tests="9" failures="1" errors="1" skipped="2"/>
</testsuites>"""


def test_runs_add_up_to_one_plain_line(tmp_path):
    report = tmp_path / "a.xml"
    report.write_text(REPORT)
    assert str(count_of(report) + Count(1, 0, 0)) == "6 passed, 2 failed, 2 skipped"


def test_a_run_without_a_report_is_a_failure(tmp_path):
    assert count_of(tmp_path / "missing.xml").failed == 1
