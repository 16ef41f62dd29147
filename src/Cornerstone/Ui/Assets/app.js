// Comfort for pages that work without it: files may be dropped on a form, and sending them shows progress.
// <form data-upload> holds <div class="drop"> with a file input, and <progress hidden>.
for (const form of document.querySelectorAll("form[data-upload]")) {
  const drop = form.querySelector(".drop"), input = form.querySelector("input[type=file]"), bar = form.querySelector("progress");
  for (const kind of ["dragenter", "dragover"])
    drop.addEventListener(kind, e => { e.preventDefault(); drop.classList.add("is-over"); });
  for (const kind of ["dragleave", "drop"])
    drop.addEventListener(kind, e => { e.preventDefault(); drop.classList.remove("is-over"); });
  drop.addEventListener("drop", e => { if (e.dataTransfer.files.length) input.files = e.dataTransfer.files; });
  form.addEventListener("submit", e => {
    e.preventDefault();
    const request = new XMLHttpRequest();
    if (bar) {
      bar.hidden = false;
      request.upload.addEventListener("progress", p => { if (p.lengthComputable) { bar.max = p.total; bar.value = p.loaded; } });
    }
    // The answer takes the place of this page, as it would have without this script.
    request.addEventListener("load", () => {
      history.pushState(null, "", request.responseURL);
      const answer = new DOMParser().parseFromString(request.responseText, "text/html");
      document.title = answer.title;
      document.body.replaceWith(document.adoptNode(answer.body));
      document.querySelector("[autofocus], main")?.focus();
    });
    request.addEventListener("error", () => form.submit());
    request.open("POST", form.action);
    request.send(new FormData(form, e.submitter));
  });
}

// An open list of the bar closes with Escape, or when the person points elsewhere.
addEventListener("keydown", e => {
  const open = e.key === "Escape" && document.activeElement?.closest("details.pop[open]");
  if (open) { open.open = false; open.querySelector("summary").focus(); }
});
addEventListener("click", e => {
  for (const open of document.querySelectorAll("details.pop[open]")) if (!open.contains(e.target)) open.open = false;
});
