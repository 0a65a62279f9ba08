"""Gathers the given names by which "Lee, Kate" is told from "Kate Lee, Google"; run by bin/names, with Faker there."""

import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator
from types import ModuleType
from typing import Any

from core.keys import name_key
from core.keys.names import GIVEN

# Of these languages Faker knows few.
MORE = """
abena abla achieng adaeze adwoa afia afua ama amara ayodele ayesha akosua akua baraka chiamaka chidi chioma chinedu
efua ekua emeka esi farai folake ifeoma kofi kojo kwabena kwadwo kwame kwesi kweku lerato lindiwe makena mandla mpho
naledi ngozi njeri nomvula nyambura obinna ochieng onyeka oluchi sade sipho tendai thabo thandi tunde wairimu wangari
wanjiku wanjiru yaa yaw yewande zanele zola
aarav aditi anjali arjun arti deepak deepika divya gurpreet harpreet jaspreet kavita kiran lakshmi manpreet meera neha
nikhil nisha pooja prakash priya rahul rajesh ravi rohan sandeep sanjay shreya simran sneha suresh sunita tejas vijay
anh binh duc dung hoa hung huong lan linh long mai minh nga phuong quang son thanh thao thu trang tuan
bo chen fang fei hao hui jia jie jing jun lei lin ling mei meng min ming na ning peng ping qi qiang rui shan tao ting
wei xia xiao xin xiaoming xue yan yang yi ying yong yu yuan zhen zhi hyun jihoon jisoo jiwoo minjun seoyeon soo sujin
aisha bilal fatemeh hamza khadija layla mahmoud nour noor reza rania salma samira tariq yasmin zainab zeynep
"""
# Faker's English list is that of all births, with every word that ever was a name; what only it has is left out.
_OF_ALL_BIRTHS = "en"
_FAMILY_FIRST = re.compile("[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")


def names(languages: Iterable[tuple[str, Any]]) -> list[str]:
    """The keys of the given names, in their order, one word each. In: each language with its provider of Faker's.

    What is the name of a family in more languages than that of a person is left out.
    """
    given: dict[str, set[str]] = {}
    family: dict[str, set[str]] = {}
    for language, provider in languages:
        for found, kind in ((given, "first_"), (family, "last_")):
            for name in (
                name for listed in dir(provider) if listed.startswith(kind) for name in _flat(provider, listed)
            ):
                found.setdefault(name_key(name), set()).add(language)
    kept = (
        name
        for name, where in given.items()
        if where != {_OF_ALL_BIRTHS} and len(where) >= len(family.get(name, ())) and len(name) > 1
    )
    return sorted({name for name in (*kept, *MORE.split()) if " " not in name and not _FAMILY_FIRST.search(name)})


def _flat(provider: Any, listed: str) -> Iterator[str]:
    found = getattr(provider, listed)
    # Some write one name in several scripts.
    for one in found if isinstance(found, list | tuple | dict) else ():
        yield from (one if isinstance(one, list | tuple) else [one])


def _languages(people: ModuleType) -> Iterator[tuple[str, Any]]:
    for module in pkgutil.iter_modules(people.__path__):
        if module.ispkg:
            yield module.name, importlib.import_module(f"{people.__name__}.{module.name}").Provider


if __name__ == "__main__":
    found = names(_languages(importlib.import_module("faker.providers.person")))
    GIVEN.write_text("".join(f"{name}\n" for name in ["", *found]), "utf-8")
