package org.rats4j.cli.demo;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Objects;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwForm;
import org.rats4j.core.Bytes;
import org.rats4j.core.Encoding;
import org.rats4j.core.RatsException;
import org.rats4j.ear.EarDialect;
import org.rats4j.ear.EarMediaTypes;
import org.rats4j.expat.AttestationProvider;
import org.rats4j.expat.BinderRequest;

/**
 * An attester in the passport model: has its evidence appraised itself, and shows the result.
 *
 * @param attester makes the evidence
 * @param verifier appraises it
 */
record Passport(AttestationProvider attester, AppraisalService verifier)
    implements AttestationProvider {
  Passport {
    Objects.requireNonNull(attester, "attester");
    Objects.requireNonNull(verifier, "verifier");
  }

  @Override
  public Cmw attest(BinderRequest request)
      throws IOException, GeneralSecurityException, RatsException {
    Bytes evidence = attester.attest(request).encode(CmwForm.CBOR);
    Bytes result = verifier.appraise(evidence, request.binder());
    return EarMediaTypes.wrap(result, Encoding.JSON, EarDialect.IETF_04.profile());
  }
}
