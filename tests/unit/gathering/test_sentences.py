"""Every problem that gathering can name is a sentence in both languages, with all its words filled in."""

from casesite.gathering.read import Read
from casesite.gathering.site import gather
from casesite.messages import find, layout, links
from casesite.messages import site as codes
from casesite.messages.code import Code
from casesite.model.case import Figure
from casesite.model.document import Letter
from casesite.model.settings import Settings
from casesite.model.vocabulary import Indicator, Vocabularies
from tests.unit.gathering.factory import NOW, asset, assets, case, issue, page

FAULTY = Read(
    settings=Settings(title="案例库"),
    vocabularies=Vocabularies(indicators=(Indicator("funds", "资金", (), "万元", "sum"),)),
    cases=(
        case("a", "case/x", "case/b#y", "case/gone", "case/draft", "picture/content/cases/p.jpg", issue="7"),
        case("a", path="content/cases/z.md"),
        case("a", path="content/cases/a - 副本.md"),
        case("late", issue="9"),
        case("b", "file/content/cases/p.pdf", "file/content/cases/q.pdf", "picture/content/cases/q.pdf"),
        case("c", aliases=("..", "about.html"), figures=(Figure("funds", "资金", "3", "亩"),)),
        case("gone", status="withdrawn"),
        case("draft", status="draft", issue="8"),
    ),
    issues=(
        issue("7", order=("b", "x")),
        issue("7", path="content/issues/z.md"),
        issue("8", order=("draft",)),
    ),
    pages=(page("about"), page("about", path="content/pages/z.md")),
    letters=(Letter(path="content/letters/a.yaml", case="x", date="", name="", text=""),),
    assets=assets(
        asset("content/cases/q.pdf", "text"),
        asset("content/cases/unused.txt", "text"),
        asset("content/cases/unused.jpg"),
        asset("content/cases/unused.md.txt", "text"),
    ),
)
OURS = (
    *(codes.ID_DUPLICATE, codes.ID_COPIED, codes.ISSUE_UNKNOWN),
    *(codes.ISSUE_DUPLICATE, codes.PAGE_DUPLICATE, codes.ISSUE_EMPTY, codes.URL_MISSING),
    *(codes.ISSUE_LISTS_UNKNOWN, codes.ISSUE_LISTS_FOREIGN, codes.ISSUE_LISTS_UNPUBLISHED),
    *(codes.LETTER_CASE_UNKNOWN, codes.ALIAS_CLASH, codes.ALIAS_WRONG, codes.FIGURE_UNIT),
    *(layout.MANUSCRIPT_NAME, layout.SUBMISSION_UNUSED),
    *(code for code in vars(links).values() if isinstance(code, Code)),
)


def test_all_of_them_can_be_said() -> None:
    problems = gather(FAULTY, now=NOW)[1]
    for problem in problems:
        code, values = find(problem.code), dict(problem.values)
        for sentence in (code.sentence("zh", values), code.sentence("en", values)):
            assert "{" not in sentence.message + sentence.cure
            assert sentence.cure
    named = {problem.code for problem in problems}
    assert named == set(OURS)
