/**
 * Keys in a PKCS #11 token, observed by a program on the host.
 *
 * <p>Start at {@link org.rats4j.pkix.hsm.pkcs11.Pkcs11Module}:
 *
 * <pre>{@code
 * try (Pkcs11Module module = Pkcs11Module.load("/usr/lib/softhsm/libsofthsm2.so");
 *     Pkcs11Token token = module.token("production", pin)) {
 *   Attester attester =
 *       Attester.builder()
 *           .platform(token.platform())
 *           .keys(token.keys(EvidenceOids.PLACEHOLDER))
 *           .signer(EvidenceSigner.ofCertificate(akCertificate, token.signer("ak", Algorithms.ES256)))
 *           .build();
 *   UnverifiedEvidence evidence = attester.answer(request);
 * }
 * }</pre>
 *
 * <p>It needs the artifact {@code org.xipki:ipkcs11wrapper}, which brings native code: its users
 * add it. That library keeps one list of loaded modules for the process. It also prints its log to
 * standard output; a program that needs that for something else gives it a {@code Logger} by {@code
 * StaticLogger.setLogger} before it loads a module. That setting is one for the process, so that
 * nothing here touches it.
 *
 * <p>What the token does not say is left out. What it says came through the host: see the
 * description of {@link org.rats4j.pkix.hsm}.
 *
 * <p>Modules and tokens may be used by several threads, one at a time gets through. No parameter
 * takes null and no method returns it.
 */
package org.rats4j.pkix.hsm.pkcs11;
