from workers.agents.failures import where

SECRET = "what somebody wrote in a post"


def fail() -> None:
    raise ValueError(SECRET)


def test_an_exception_is_told_by_its_kind_and_lines_and_never_by_its_message() -> None:
    try:
        fail()
    except ValueError as error:
        told = where(error)
    assert told["error"] == "ValueError"
    assert "test_failures.py" in told["traceback"]
    assert "in fail" in told["traceback"]
    assert SECRET not in str(told)
