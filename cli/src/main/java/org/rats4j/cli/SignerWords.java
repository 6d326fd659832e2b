package org.rats4j.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.DecodingException;
import org.rats4j.corim.CorimClaims;
import org.rats4j.corim.CorimMeta;
import org.rats4j.corim.EpochTime;
import org.rats4j.corim.SignerInfo;
import org.rats4j.corim.Validity;
import org.rats4j.corim.template.MetaTemplate;

/** What the command line says of who signs a CoRIM; what is null was not said. */
record SignerWords(
    @Nullable String meta,
    @Nullable String signer,
    @Nullable String uri,
    @Nullable String issuer,
    @Nullable Instant notBefore,
    @Nullable Instant notAfter) {

  /**
   * Returns who signs.
   *
   * @throws UsageException if nobody does, or the words do not go together
   * @throws OptionFileException if the template of corim-meta is none
   */
  SignerInfo info(Console console) throws UsageException, OptionFileException {
    if (meta != null && (signer != null || uri != null)) {
      throw new UsageException("--meta says who signs; leave out --signer and --signer-uri");
    }
    if (uri != null && signer == null) {
      throw new UsageException("--signer-uri needs --signer");
    }
    if (meta == null && signer == null && issuer == null) {
      throw new UsageException("nobody signs: give --signer, --meta or --issuer");
    }
    if (notBefore != null && notAfter == null && signer != null) {
      throw new UsageException("--not-before needs --not-after");
    }
    if (meta == null && signer == null) {
      return SignerInfo.of(claims());
    }
    CorimMeta described = meta == null ? described() : read(console);
    return issuer == null ? SignerInfo.of(described) : SignerInfo.of(described, claims());
  }

  private CorimMeta read(Console console) throws OptionFileException {
    String file = Objects.requireNonNull(meta);
    try {
      CorimMeta read =
          MetaTemplate.decode(InputFiles.read(file, console), CorimFiles.findings(false));
      return notAfter == null ? read : read.withValidity(validity(notAfter));
    } catch (IOException | DecodingException e) {
      throw new OptionFileException(file, e);
    }
  }

  private CorimMeta described() {
    CorimMeta described = CorimMeta.of(Objects.requireNonNull(signer));
    described = uri == null ? described : described.withSignerUri(uri);
    return notAfter == null ? described : described.withValidity(validity(notAfter));
  }

  private Validity validity(Instant end) {
    return notBefore == null
        ? Validity.until(EpochTime.of(end))
        : Validity.between(EpochTime.of(notBefore), EpochTime.of(end));
  }

  private CorimClaims claims() {
    CorimClaims claims = CorimClaims.of(Objects.requireNonNull(issuer));
    claims = notAfter == null ? claims : claims.withExpiration(EpochTime.of(notAfter));
    return notBefore == null ? claims : claims.withNotBefore(EpochTime.of(notBefore));
  }
}
