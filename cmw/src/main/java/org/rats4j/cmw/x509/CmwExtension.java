package org.rats4j.cmw.x509;

import java.io.IOException;
import java.io.OutputStream;
import java.security.cert.Extension;
import java.security.cert.X509Extension;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwCodes;
import org.rats4j.cmw.CmwForm;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.Findings;
import org.rats4j.core.Oid;

/**
 * The extension {@code id-pe-cmw} of a certificate, revocation list or certification request (RFC
 * 9999, section 4.4).
 *
 * <pre>{@code
 * id-pe-cmw OBJECT IDENTIFIER ::= { 1 3 6 1 5 5 7 1 35 }
 * CMW ::= CHOICE { json UTF8String, cbor OCTET STRING }
 * }</pre>
 *
 * <p>What was received is kept as it came. To put one into a certificate, hand it to the builder of
 * the issuer's library; with BouncyCastle that is {@code builder.addExtension(new
 * ASN1ObjectIdentifier(extension.getId()), extension.isCritical(), extension.getValue())}.
 */
public final class CmwExtension implements Extension {
  /** {@code id-pe-cmw}. */
  public static final Oid OID = Oid.of("1.3.6.1.5.5.7.1.35");

  private final Cmw cmw;
  private final Encoding encoding;
  private final Bytes value;
  private final boolean critical;
  private final List<Finding> findings;

  private CmwExtension(CmwChoice choice, Bytes value, boolean critical, List<Finding> findings) {
    this.cmw = choice.cmw();
    this.encoding = choice.encoding();
    this.value = value;
    this.critical = critical;
    this.findings = findings;
  }

  /**
   * Returns the extension for {@code cmw}, not critical.
   *
   * @throws DecodingException with the code {@link CmwCodes#CONVERSION} if it has no such form
   */
  public static CmwExtension of(Cmw cmw, CmwForm form) throws DecodingException {
    Bytes value = CmwChoice.encode(cmw, form);
    Encoding encoding = form == CmwForm.JSON ? Encoding.JSON : Encoding.CBOR;
    return new CmwExtension(new CmwChoice(cmw, encoding), value, false, List.of());
  }

  /**
   * Returns this extension as a critical one: who does not know it has to refuse the certificate.
   * It should not be critical unless the message is essential.
   */
  public CmwExtension critical() {
    return new CmwExtension(new CmwChoice(cmw, encoding), value, true, findings);
  }

  /**
   * Finds the extension in a certificate, a revocation list or an entry of one.
   *
   * @return empty if there is none
   * @throws DecodingException if its value is anything else than one wrapper in its arm
   */
  public static Optional<CmwExtension> find(X509Extension holder, DecodeOptions options)
      throws DecodingException {
    Optional<Bytes> value = DerReads.extensionValue(holder, OID, options);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Set<String> criticals = holder.getCriticalExtensionOIDs();
    boolean critical = criticals != null && criticals.contains(OID.toString());
    return Optional.of(decode(value.get(), critical, options));
  }

  /**
   * Finds the extension among those that a PKCS #10 request asks for. The signature of the request
   * is not checked.
   *
   * @param request the request in DER
   * @return empty if there is none
   * @throws DecodingException if {@code request} is no request, or the value of the extension is
   *     anything else than one wrapper in its arm
   */
  public static Optional<CmwExtension> findInRequest(Bytes request, DecodeOptions options)
      throws DecodingException {
    Optional<ExtensionField> field = RequestContent.decode(request, options).extension(OID);
    return field.isEmpty()
        ? Optional.empty()
        : Optional.of(decode(field.get().value(), field.get().critical(), options));
  }

  /**
   * Decodes the value of an extension, which is what {@code extnValue} holds.
   *
   * @param critical whether the extension is critical
   * @throws DecodingException with the code {@link CmwCodes#CHOICE_ARM} if {@code value} is another
   *     type of ASN.1, or the encoding of the wrapper is not that of the arm; otherwise as {@link
   *     Cmw#decode(Bytes, Encoding, DecodeOptions)}
   */
  public static CmwExtension decode(Bytes value, boolean critical, DecodeOptions options)
      throws DecodingException {
    Findings findings = new Findings(options);
    CmwChoice choice = CmwChoice.decode(value, findings);
    return new CmwExtension(choice, value, critical, findings.toList());
  }

  /** Returns the wrapper, for which only the signature around the extension vouches. */
  public Cmw cmw() {
    return cmw;
  }

  /** Returns the arm of the choice. */
  public Encoding encoding() {
    return encoding;
  }

  /** Returns what was remarked while decoding. */
  public List<Finding> findings() {
    return findings;
  }

  /** Returns the dotted text of {@link #OID}. */
  @Override
  public String getId() {
    return OID.toString();
  }

  @Override
  public boolean isCritical() {
    return critical;
  }

  /** Returns the value: the choice in DER, which {@code extnValue} holds. */
  @Override
  public byte[] getValue() {
    return value.toByteArray();
  }

  /** Returns the whole extension in DER: identifier, critical if it is, and value. */
  public Bytes encode() {
    return new ExtensionField(OID, critical, value).encode();
  }

  /** Writes {@link #encode()} to {@code out}. */
  @Override
  public void encode(OutputStream out) throws IOException {
    out.write(encode().toByteArray());
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof CmwExtension other
        && value.equals(other.value)
        && critical == other.critical;
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** Returns the wrapper and the arm. */
  @Override
  public String toString() {
    return "CmwExtension[" + cmw + ", " + encoding + (critical ? ", critical]" : "]");
  }
}
