import json

from hypothesis import given
from hypothesis import strategies as st

from workers.domain.parsing.json_array import element_bytes

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def test_elements_are_the_bytes_as_they_stand() -> None:
    array = b' [ {"a": [1, "]"]} ,\n"x\\"," , 3 ] '
    assert element_bytes(array) == (b'{"a": [1, "]"]}', b'"x\\","', b"3")


@given(st.lists(values, min_size=1, max_size=6), st.sampled_from([None, 1]), st.booleans())
def test_elements_are_the_elements(items: list[object], indent: int | None, ascii_: bool) -> None:
    array = json.dumps(items, indent=indent, ensure_ascii=ascii_).encode("utf-8", "surrogatepass")
    assert [json.loads(element) for element in element_bytes(array)] == items
