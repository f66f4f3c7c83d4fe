// Hands what a passkey shall answer to to the script of allauth, and says in words where that did not work. Without
// JavaScript the buttons for passkeys stay hidden, and a password with a code is the way in.
"use strict";
const passkeys = document.querySelector("[data-passkey]");
if (passkeys && window.webauthnJSON?.supported()) {
  const kind = passkeys.dataset.passkey;
  const trouble = document.getElementById("passkey-trouble");
  passkeys.closest("[data-needs-script]").hidden = false;
  document.addEventListener("allauth.error", (event) => {
    event.preventDefault();
    trouble.hidden = false;
    trouble.focus();
  });
  window.allauth.webauthn.forms[`${kind}Form`]({
    ids: { [kind]: passkeys.id, credential: "id_credential", passwordless: "id_passwordless" },
    data: passkeys.dataset.options ? JSON.parse(passkeys.dataset.options) : undefined,
  });
}
