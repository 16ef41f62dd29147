// Files dropped or chosen are sent one by one, so that each outcome shows as it comes. Without this script the form does it all at once.
(() => {
  const form = document.querySelector('form[data-import]');
  if (!form) return;
  const input = form.querySelector('input[type=file]');
  const drop = form.querySelector('.drop');
  const bar = form.querySelector('[data-import-progress]');
  const list = form.querySelector('[data-import-outcomes]');
  for (const [name, over] of [['dragover', true], ['dragleave', false], ['drop', false]]) {
    drop.addEventListener(name, e => {
      e.preventDefault();
      drop.classList.toggle('is-over', over);
      if (name === 'drop') input.files = e.dataTransfer.files;
    });
  }
  const show = (done, all) => {
    bar.hidden = false;
    bar.querySelector('span').textContent = form.dataset.progress.replace('{0}', done).replace('{1}', all);
    bar.querySelector('progress').max = all;
    bar.querySelector('progress').value = done;
  };
  const refused = (file, why) => {
    const line = document.createElement('li');
    line.textContent = why || `${file.name}: ${form.dataset.broken}`;
    list.append(line);
  };
  // What the page of an error says to people, it says here too.
  const advice = async answer => new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main .lead')?.textContent;
  form.addEventListener('submit', async e => {
    const files = [...input.files];
    if (!files.length) return;
    e.preventDefault();
    const button = form.querySelector('button[type=submit]');
    button.disabled = true;
    list.replaceChildren();
    show(0, files.length);
    for (const [i, file] of files.entries()) {
      const body = new FormData(form);
      body.delete(input.name);
      body.append(input.name, file);
      try {
        const answer = await fetch(form.dataset.one, { method: 'POST', body });
        if (answer.ok) list.insertAdjacentHTML('beforeend', await answer.text());
        else refused(file, await advice(answer));
      } catch { refused(file); }
      show(i + 1, files.length);
    }
    button.disabled = false;
    input.value = '';
  });
})();
