"""The parts of trafilatura that read a page: the one place that loads it (extra `pages`)."""

from functools import cache, partial
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import Any, NamedTuple

from workers.domain.parsing.page import library_neighbours as neighbours


class Library(NamedTuple):
    """The parts of the library that are used, and how it is asked."""

    options: Any
    load_html: Any
    prune_unwanted_nodes: Any
    tree_cleaning: Any
    convert_tags: Any
    extract_content: Any
    compare_extraction: Any
    justext_rescue: Any
    baseline: Any
    html2txt: Any
    appended: Any
    comments: Any
    unclean: Any
    forget: Any
    """Forgets the texts that it keeps of a page: a thousand of them, however long."""


@cache
def library() -> Library | None:
    """Trafilatura; None where it is not installed."""
    try:
        # 0.4 s, and only pages need it
        from lxml.etree import ElementDefaultClassLookup
        from lxml.html import HtmlComment, HtmlElement
        from trafilatura import htmlprocessing, settings, utils, xpaths

        from workers.domain.parsing.page import library_walks as walks
    except ImportError:
        return None
    # it warns of every page without a text; that is an outcome here, not a warning
    utils.LOGGER.manager.getLogger("trafilatura").setLevel("CRITICAL")
    # lxml asks Python for the class of each element that is touched, six times a page: forms and
    # inputs have classes of their own, which nothing here needs
    utils.HTML_PARSER.set_element_class_lookup(
        ElementDefaultClassLookup(element=HtmlElement, comment=HtmlComment)
    )
    extractor, external = _extractor(walks), _external(walks)
    return Library(
        options=settings.Extractor(output_format="python", comments=False, links=True),
        load_html=utils.load_html,
        prune_unwanted_nodes=htmlprocessing.prune_unwanted_nodes,
        tree_cleaning=htmlprocessing.tree_cleaning,
        convert_tags=htmlprocessing.convert_tags,
        extract_content=extractor.extract_content,
        compare_extraction=external.compare_extraction,
        justext_rescue=external.justext_rescue,
        baseline=walks.baseline,
        html2txt=_copy_of("trafilatura.baseline", basic_cleaning=walks.basic_cleaning).html2txt,
        appended=xpaths.RAW_TREE_PRUNE_XPATH,
        comments=xpaths.REMOVE_COMMENTS_AND_LISTS_XPATH,
        unclean=external.SANITIZED_XPATH,
        forget=utils.trim.cache_clear,
    )


def _extractor(walks: ModuleType) -> ModuleType:
    extractor = _copy_of(
        "trafilatura.main_extractor",
        prune_unwanted_nodes=walks.prune_unwanted_nodes,
        delete_by_link_density=walks.delete_by_link_density,
    )
    vars(extractor).update(recover_wild_text=partial(walks.recover_wild_text, extractor))
    return extractor


def _external(walks: ModuleType) -> ModuleType:
    paragraphs = _copy_of("justext.core", PathInfo=neighbours.Path)
    external = _copy_of(
        "trafilatura.external",
        basic_cleaning=walks.basic_cleaning,
        ParagraphMaker=paragraphs.ParagraphMaker,
        revise_paragraph_classification=neighbours.revise_paragraph_classification,
    )
    external.jt_stoplist_init()  # 0.2 s that the first page without a text would take longer
    return external


def _copy_of(name: str, **others: Any) -> ModuleType:
    """A module of the library once more, with others in the place of what it calls by a name.

    The library's own, which other programs of the process may use, stays as it is.
    """
    spec = find_spec(name)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    vars(module).update(others)
    return module
