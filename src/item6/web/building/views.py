"""The pages of dropping documents: the form, how far reading is, stop, resume, remove."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from item6.checks.kept import kept_in, waiting
from item6.pipeline.reading import SIZE_LIMIT
from item6.web.building import incoming, jobs
from item6.web.building.jobs import Job
from item6.web.gate import workspace
from item6.web.languages.saying import grouped

_STATUS = {"none": 400, "number": 400, "size": 413}


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """The form; by POST, takes the files in and starts a process that reads them."""
    if request.method != "POST":
        return _form(request)
    try:
        name = incoming.take(workspace.home(), request.FILES.getlist("files"))
    except incoming.NotTaken as error:
        return _form(request, _why(error.reason), _STATUS[error.reason])
    except OSError as error:
        said = gettext("The workspace cannot be written (%(why)s). Nothing was changed.")
        return _form(request, said % {"why": (error.strerror or str(error)).lower()}, 500)
    return _started(_job(name))


@require_safe
def job(request: HttpRequest, name: str) -> HttpResponse:
    """How far a job is, or what came of it."""
    found = _job(name)
    record = found.result.get("record")
    left = waiting(kept_in(workspace.home()), record) if record else 0
    return render(request, "building/job.html", {"job": found, "waiting": left, "crumbs": _crumbs()})


@require_POST
def stop(request: HttpRequest, name: str) -> HttpResponse:
    """Ends the process; the files stay, so that it can be resumed."""
    found = _job(name)
    jobs.stop(found)
    return HttpResponseRedirect(_address(found))


@require_POST
def resume(request: HttpRequest, name: str) -> HttpResponse:
    """Starts it again."""
    return _started(_job(name))


@require_POST
def remove(request: HttpRequest, name: str) -> HttpResponse:
    """Stops it and removes what was sent."""
    jobs.remove(_job(name))
    return HttpResponseRedirect(reverse("add"))


@require_POST
def again(request: HttpRequest, coalition: str) -> HttpResponse:
    """Builds a coalition's record anew, of the server's record as it is now and of what is its own."""
    running = next((each for each in jobs.jobs_in(workspace.home()) if each.running), None)
    if running is None:
        jobs.start(_job(incoming.take_none(workspace.home())))
    return HttpResponseRedirect(reverse("coalition", kwargs={"coalition": coalition}))


def _started(found: Job) -> HttpResponse:
    """To the job's page, which says so where the process did not start."""
    jobs.start(found)
    return HttpResponseRedirect(_address(found))


def _form(request: HttpRequest, trouble: str = "", status: int = 200) -> HttpResponse:
    page = {
        "trouble": trouble,
        "jobs": jobs.jobs_in(workspace.home()),
        "number": grouped(incoming.NUMBER_LIMIT),
        "each": gettext("%(size)s MB") % {"size": SIZE_LIMIT >> 20},
        "all": gettext("%(size)s GB") % {"size": incoming.TOTAL_LIMIT >> 30},
    }
    return render(request, "building/add.html", page, status=status)


def _why(reason: str) -> str:
    """Why nothing was taken, and what to do."""
    return {
        "none": gettext("No file was chosen. Choose at least one document."),
        "number": gettext("These are more files than are taken in one go. Send them in parts."),
        "size": gettext("These files are larger together than is taken in one go. Send them in parts."),
    }[reason]


def _crumbs() -> list[tuple[str, str]]:
    return [(gettext("Add documents"), reverse("add"))]


def _address(found: Job) -> str:
    return reverse("job", kwargs={"name": found.name})


def _job(name: str) -> Job:
    found = jobs.job_of(workspace.home(), name)
    if found is None:
        raise Http404(name)
    return found
