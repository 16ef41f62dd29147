// The browser is asked for a passkey, and its answer goes back with the form. Without this script the page says so and offers the other ways.
(() => {
  const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));
  const text = bytes => btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const listed = keys => keys?.map(key => ({ ...key, id: bytes(key.id) }));
  const questions = {
    create: options => navigator.credentials.create({ publicKey: {
      ...options, challenge: bytes(options.challenge), user: { ...options.user, id: bytes(options.user.id) }, excludeCredentials: listed(options.excludeCredentials) } }),
    get: options => navigator.credentials.get({ publicKey: { ...options, challenge: bytes(options.challenge), allowCredentials: listed(options.allowCredentials) } }),
  };
  const answer = key => {
    const response = { transports: key.response.getTransports?.() };
    for (const part of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
      if (key.response[part]) response[part] = text(key.response[part]);
    }
    return JSON.stringify({
      id: key.id, rawId: text(key.rawId), type: key.type, response,
      authenticatorAttachment: key.authenticatorAttachment ?? undefined, clientExtensionResults: key.getClientExtensionResults() });
  };
  const faults = { NotAllowedError: 'cancelled', AbortError: 'cancelled', InvalidStateError: 'known' };
  for (const form of document.querySelectorAll('form[data-passkey]')) {
    const said = form.querySelector('[data-passkey-said]');
    const button = form.querySelector('button');
    const say = word => {
      said.textContent = said.dataset[word];
      said.hidden = false;
    };
    if (!window.PublicKeyCredential) {
      say(isSecureContext ? 'unsupported' : 'insecure');
      continue;
    }
    said.hidden = true;
    button.hidden = false;
    form.addEventListener('submit', async e => {
      e.preventDefault();
      button.disabled = said.hidden = true;
      try {
        const asked = await fetch(form.dataset.options, { method: 'POST', body: new FormData(form) });
        if (asked.redirected) return location.assign(asked.url);
        if (!asked.ok) return say(asked.status === 429 ? 'later' : 'broken');
        form.elements.Credential.value = answer(await questions[form.dataset.passkey](await asked.json()));
        form.submit();
      } catch (fault) {
        say(faults[fault.name] ?? 'broken');
      } finally {
        button.disabled = false;
      }
    });
  }
})();
