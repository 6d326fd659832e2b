package org.rats4j.cmw.x509;

import java.util.Objects;
import java.util.Optional;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwForm;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Findings;
import org.rats4j.core.Leniency;
import org.rats4j.core.Oid;

/**
 * A statement of an {@link AttestationBundle}, of whatever type.
 *
 * <pre>{@code
 * AttestationStatement ::= SEQUENCE {
 *   type OBJECT IDENTIFIER,
 *   stmt ATTESTATION-STATEMENT.&Type }
 * }</pre>
 *
 * <p>A wrapper is a statement of the type {@link CmwExtension#OID}, whose {@code stmt} is the
 * choice itself, without the OCTET STRING that an extension has around it.
 *
 * @param type the type of the statement
 * @param der the statement, in DER
 */
public record AttestationStatement(Oid type, Bytes der) {
  /**
   * Accepts the third member {@code hint} that statements of older drafts may have; it is dropped.
   * Not among {@link org.rats4j.cmw.CmwLeniencies#LENIENT}, since no wrapper has one.
   */
  public static final Leniency CSR_STATEMENT_HINT = new Leniency("CSR_STATEMENT_HINT");

  /**
   * Creates a statement.
   *
   * @throws IllegalArgumentException if {@code der} is not exactly one value in DER
   */
  public AttestationStatement {
    Objects.requireNonNull(type, "type");
    DerReads.require(der);
  }

  /**
   * Returns the statement that {@code cmw} is.
   *
   * @throws DecodingException with the code {@link org.rats4j.cmw.CmwCodes#CONVERSION} if it has no
   *     such form
   */
  public static AttestationStatement of(Cmw cmw, CmwForm form) throws DecodingException {
    return new AttestationStatement(CmwExtension.OID, CmwChoice.encode(cmw, form));
  }

  /**
   * Returns the wrapper that this statement is; empty if it is of another type.
   *
   * @throws DecodingException if it is of the type of wrappers, and is none
   */
  public Optional<Cmw> cmw(DecodeOptions options) throws DecodingException {
    return cmw(new Findings(options));
  }

  /**
   * Returns the wrapper that this statement is, decoded under the options of {@code findings}, and
   * remarks to them each deviation that these accept.
   *
   * @throws DecodingException as {@link #cmw(DecodeOptions)}
   */
  public Optional<Cmw> cmw(Findings findings) throws DecodingException {
    if (!type.equals(CmwExtension.OID)) {
      return Optional.empty();
    }
    return Optional.of(CmwChoice.decode(der, findings).cmw());
  }
}
