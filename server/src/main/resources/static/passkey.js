// SPDX-License-Identifier: Apache-2.0
// Has the device make a passkey, or sign with one, and sends what it says as the form that stands on the page. The form
// is shown only where the browser can.

const form = document.getElementById('passkey');
const said = form.querySelector('[data-said]');
let asking = false;

const bytes = text => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), letter => letter.charCodeAt(0));

const text = buffer => btoa(Array.from(new Uint8Array(buffer), byte => String.fromCharCode(byte)).join(''))
  .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

async function make({make, host, site, user, account, known, algorithms}) {
  const made = await navigator.credentials.create({publicKey: {
    challenge: bytes(make),
    rp: {id: host, name: site},
    user: {id: bytes(user), name: account, displayName: account},
    pubKeyCredParams: algorithms.split(' ').map(algorithm => ({type: 'public-key', alg: Number(algorithm)})),
    excludeCredentials: known.split(' ').filter(Boolean).map(id => ({type: 'public-key', id: bytes(id)})),
    authenticatorSelection: {residentKey: 'required', requireResidentKey: true, userVerification: 'required'},
    attestation: 'none',
    timeout: 240000
  }});
  return {attestation: made.response.attestationObject, client: made.response.clientDataJSON};
}

async function sign() {
  const asked = await fetch(form.dataset.challenge, {
    method: 'POST',
    body: new URLSearchParams(new FormData(form)),
    headers: {Accept: 'application/json'},
    redirect: 'error'
  });
  if (!asked.ok) {
    throw new Error(asked.status);
  }
  const {challenge, host} = await asked.json();
  const signed = await navigator.credentials.get({publicKey: {
    challenge: bytes(challenge), rpId: host, userVerification: 'required', timeout: 240000
  }});
  const {userHandle, authenticatorData, clientDataJSON, signature} = signed.response;
  return {id: signed.rawId, user: userHandle ?? new ArrayBuffer(0), authenticator: authenticatorData,
    client: clientDataJSON, signature};
}

form.addEventListener('submit', async sent => {
  sent.preventDefault();
  if (asking) {
    return;
  }
  asking = true;
  said.textContent = '';
  try {
    const answer = await (form.dataset.make ? make(form.dataset) : sign());
    for (const [name, value] of Object.entries(answer)) {
      const field = document.createElement('input');
      Object.assign(field, {type: 'hidden', name, value: text(value)});
      form.append(field);
    }
    form.submit();
  } catch (failed) {
    asking = false;
    said.textContent = failed.name === 'InvalidStateError' && form.dataset.double || form.dataset.failed;
  }
});

const can = window.isSecureContext && 'PublicKeyCredential' in window;
form.hidden = !can;
document.querySelectorAll('[data-cannot]').forEach(notice => {
  notice.hidden = can;
});
