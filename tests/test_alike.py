"""The reading of pages by which tests/browser/test_axe.py finds buttons that do not say of what."""

import pytest

from tests.alike import alike

ROWS = """<ul>
  <li><form action="/1/drop/" method="post"><button>Delete<span class="unseen">: {first}</span></button></form></li>
  <li><form action="/2/drop/" method="post"><button>Delete<span class="unseen">: {second}</span></button></form></li>
</ul>"""


@pytest.mark.parametrize(
    "page",
    [
        ROWS.format(first="it", second="it"),
        '<form action="/x/"><button name="to" value="1">Go</button><button name="to" value="2">Go</button></form>',
        '<a href="/1/">More</a><a href="/2/"><span aria-hidden="true">2</span> More</a>',
        '<a href="/1/" aria-label="More">1</a><a href="/2/">More</a>',
        "<details><summary>More</summary></details><details><summary>More</summary></details>",
    ],
)
def test_finds_two_of_one_name_that_do_different_things(page: str) -> None:
    assert len(alike("/list/", page)) == 1


@pytest.mark.parametrize(
    "page",
    [
        ROWS.format(first="one", second="two"),
        '<a href="/1/">More</a><a href="/1/">More</a>',
        '<a href="/1/">More</a><p hidden><a href="/2/">More</a></p>',
        '<a href="/1/">More</a><dialog><a href="/2/">More</a></dialog>',
    ],
)
def test_finds_nothing_where_each_has_its_name(page: str) -> None:
    assert alike("/list/", page) == []
