// One-time links: their secret is in the fragment, which browsers send to nobody. It goes to the form, and out of the history.
(() => {
  const form = document.querySelector('form[data-setup]');
  if (!form) return;
  function open() {
    const code = location.hash.slice(1);
    if (!/^[A-Za-z0-9_-]{20,100}$/.test(code)) return;
    history.replaceState(null, '', location.pathname);
    form.elements.code.value = code;
    form.submit();
  }
  addEventListener('hashchange', open);
  open();
})();

// Passkeys: the browser and the server talk through this; everything else works without it.
(() => {
  const buttons = document.querySelectorAll('[data-passkey]');
  if (!buttons.length || !window.PublicKeyCredential || !navigator.credentials) return;

  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const known = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));

  async function post(path, body) {
    const token = document.querySelector('input[name="_csrf"]').value;
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-CSRF-TOKEN': token },
      body: body && JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.json();
  }

  async function register(label) {
    const options = await post('/webauthn/register/options');
    const made = await navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: bytes(options.challenge),
        user: { ...options.user, id: bytes(options.user.id) },
        excludeCredentials: known(options.excludeCredentials),
      },
    });
    await post('/webauthn/register', {
      publicKey: {
        label,
        credential: {
          id: made.id,
          rawId: text(made.rawId),
          type: made.type,
          response: {
            attestationObject: text(made.response.attestationObject),
            clientDataJSON: text(made.response.clientDataJSON),
            transports: made.response.getTransports ? made.response.getTransports() : [],
          },
          clientExtensionResults: made.getClientExtensionResults(),
          authenticatorAttachment: made.authenticatorAttachment,
        },
      },
    });
  }

  async function authenticate() {
    const options = await post('/webauthn/authenticate/options');
    const shown = await navigator.credentials.get({
      publicKey: { ...options, challenge: bytes(options.challenge), allowCredentials: known(options.allowCredentials) },
    });
    const answer = await post('/login/webauthn', {
      id: shown.id,
      rawId: text(shown.rawId),
      credType: shown.type,
      response: {
        authenticatorData: text(shown.response.authenticatorData),
        clientDataJSON: text(shown.response.clientDataJSON),
        signature: text(shown.response.signature),
        userHandle: shown.response.userHandle ? text(shown.response.userHandle) : undefined,
      },
      clientExtensionResults: shown.getClientExtensionResults(),
      authenticatorAttachment: shown.authenticatorAttachment,
    });
    return answer.redirectUrl;
  }

  for (const form of document.querySelectorAll('[data-passkey-form]')) form.hidden = false;
  for (const button of buttons) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      const label = button.form.querySelector('[name="label"]');
      button.disabled = true;
      try {
        let next = '/account?done=passkey';
        if (button.dataset.passkey !== 'authenticate') await register((label.value || label.defaultValue).trim());
        if (button.dataset.passkey !== 'register') next = await authenticate();
        location.assign(next);
      } catch (error) {
        const message = document.querySelector('[data-passkey-error]');
        message.hidden = false;
        message.scrollIntoView({ block: 'center' });
        button.disabled = false;
      }
    });
  }
})();
