package org.rats4j.cli.kind;

import java.io.ByteArrayInputStream;
import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rats4j.cli.view.View;
import org.rats4j.cmw.Cmw;
import org.rats4j.cmw.CmwForm;
import org.rats4j.cmw.CmwOptions;
import org.rats4j.cmw.x509.AttestationBundle;
import org.rats4j.cmw.x509.AttestationStatement;
import org.rats4j.cmw.x509.CmwExtension;
import org.rats4j.cmw.x509.DiceCmw;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Findings;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.Pem;

/** What carries wrappers in X.509, beside certificates, which are among {@link KeyKinds}. */
final class X509Kinds {
  /** In the order of detection. */
  static final List<Kind> ALL = List.of(new CrlKind(), new RequestKind(), new ExtensionKind());

  private X509Kinds() {}

  private static DecodeOptions options(boolean lenient) {
    return lenient ? CmwOptions.LENIENT : CmwOptions.STRICT;
  }

  /** Returns what is in DER, or in the one block of PEM with {@code label}. */
  private static Bytes der(Content content, String label) throws DecodingException {
    if (!content.looksLikePem()) {
      return content.bytes();
    }
    List<Pem> blocks = Pem.decode(content.bytes(), CmwOptions.STRICT);
    if (blocks.size() != 1 || !blocks.get(0).label().equals(label)) {
      throw DecodingException.of(Reason.UNEXPECTED_STRUCTURE, "pem", "not one block " + label);
    }
    return blocks.get(0).content();
  }

  private static String encoding(Content content) {
    return content.looksLikePem() ? "pem" : "der";
  }

  /** Shows the certificates of a file and the wrappers that they carry. */
  static Decoded certificates(KeyFile file, Content content, boolean lenient)
      throws DecodingException {
    View.Builder view = View.Group.builder().put("certificates", file.show());
    Findings findings = new Findings(options(lenient));
    boolean carries = false;
    for (X509Certificate certificate : certificates(file)) {
      Optional<CmwExtension> extension = CmwExtension.find(certificate, options(lenient));
      extension.ifPresent(found -> put(found, view, content.level(), findings));
      Optional<Cmw> dice = DiceCmw.find(certificate, findings);
      if (dice.isPresent()) {
        view.put("dice cmw", Nested.message(dice.get().encode(CmwForm.CBOR), content.level()));
      }
      carries |= extension.isPresent() || dice.isPresent();
    }
    return new Decoded(
        file.encoding(), carries, findings.toList(), carries ? view.build() : file.show());
  }

  /** Shows {@code extension} and what was remarked about it. */
  private static void put(CmwExtension extension, View.Builder view, int level, Findings findings) {
    view.put("cmw", show(extension, level));
    extension.findings().forEach(findings::add);
  }

  /** Verifies the first certificate: by a named key, or as the beginning of a path to an anchor. */
  static void verify(KeyFile file, Checks checks) throws DecodingException, VerificationException {
    List<X509Certificate> certificates = certificates(file);
    X509Certificate first = certificates.get(0);
    List<Bytes> chain = new ArrayList<>();
    for (X509Certificate certificate : certificates) {
      chain.add(encoded(certificate));
    }
    X509Signature.of(first, chain).verify(checks);
    X509Signature.checkTimes(first.getNotBefore(), first.getNotAfter(), checks.clock());
  }

  private static Bytes encoded(X509Certificate certificate) throws DecodingException {
    try {
      return Bytes.copyOf(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw DecodingException.of(Reason.NOT_WELL_FORMED, "x509", "not a certificate");
    }
  }

  static Bytes convert(KeyFile file, Notation to, Content content, boolean lenient)
      throws DecodingException {
    X509Certificate first = certificates(file).get(0);
    return convert(CmwExtension.find(first, options(lenient)), to, content, lenient);
  }

  private static List<X509Certificate> certificates(KeyFile file) {
    return file.keys().stream().map(KeyEntry::certificate).flatMap(Optional::stream).toList();
  }

  /** Shows the wrapper of an extension and what it wraps. */
  private static View show(CmwExtension extension, int level) {
    return Nested.message(contentOf(Bytes.copyOf(extension.getValue())), level);
  }

  /** Returns the content of a primitive value in DER, which was decoded before. */
  private static Bytes contentOf(Bytes der) {
    int first = der.at(1);
    int head = first < 0x80 ? 2 : 2 + (first & 0x7f);
    return der.slice(head, der.size() - head);
  }

  /** The wrapper of {@code extension} in another notation. */
  private static Bytes convert(
      Optional<CmwExtension> extension, Notation to, Content content, boolean lenient)
      throws DecodingException {
    if (extension.isEmpty()) {
      throw Kind.unsupported("there is no wrapper in it that could be converted");
    }
    Bytes wrapper = contentOf(Bytes.copyOf(extension.get().getValue()));
    return CmwKinds.CMW.convert(new Content(wrapper, content.level() + 1), to, lenient);
  }

  private static final class CrlKind extends Kind {
    CrlKind() {
      super("x509-crl", "X.509 revocation list");
    }

    @Override
    public boolean detects(Content content) {
      return decodesDer(content);
    }

    private static X509CRL crl(Content content) throws DecodingException {
      try {
        byte[] der = der(content, "X509 CRL").toByteArray();
        return (X509CRL)
            CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der));
      } catch (CertificateException | CRLException e) {
        throw DecodingException.of(Reason.NOT_WELL_FORMED, "crl", "not a revocation list");
      }
    }

    @Override
    public Decoded decode(Content content, boolean lenient) throws DecodingException {
      X509CRL crl = crl(content);
      View.Builder view =
          View.Group.builder()
              .put("issuer", crl.getIssuerX500Principal().getName())
              .put("thisUpdate", crl.getThisUpdate().toInstant().toString());
      if (crl.getNextUpdate() != null) {
        view.put("nextUpdate", crl.getNextUpdate().toInstant().toString());
      }
      view.put("signatureAlgorithm", crl.getSigAlgName());
      Findings findings = new Findings(options(lenient));
      CmwExtension.find(crl, options(lenient))
          .ifPresent(extension -> put(extension, view, content.level(), findings));
      return new Decoded(encoding(content), true, findings.toList(), view.build());
    }

    @Override
    public Decoded verify(Content content, Checks checks)
        throws DecodingException, VerificationException {
      Decoded decoded = decode(content, checks.lenient());
      X509CRL crl = crl(content);
      X509Signature.of(crl).verify(checks);
      X509Signature.checkTimes(crl.getThisUpdate(), crl.getNextUpdate(), checks.clock());
      return decoded;
    }

    @Override
    public Bytes convert(Content content, Notation to, boolean lenient) throws DecodingException {
      Optional<CmwExtension> extension = CmwExtension.find(crl(content), options(lenient));
      return X509Kinds.convert(extension, to, content, lenient);
    }
  }

  private static final class RequestKind extends Kind {
    RequestKind() {
      super("pkcs10", "Certificate request (PKCS #10)");
    }

    @Override
    public boolean detects(Content content) {
      return decodesDer(content);
    }

    @Override
    public Decoded decode(Content content, boolean lenient) throws DecodingException {
      Bytes der = der(content, "CERTIFICATE REQUEST");
      DecodeOptions options = options(lenient);
      View.Builder view = View.Group.builder();
      Findings findings = new Findings(options);
      CmwExtension.findInRequest(der, options)
          .ifPresent(extension -> put(extension, view, content.level(), findings));
      Optional<AttestationBundle> bundle = AttestationBundle.findInRequest(der, findings);
      if (bundle.isPresent()) {
        view.put("attestations", show(bundle.get(), content.level(), findings));
      }
      return new Decoded(encoding(content), true, findings.toList(), view.build());
    }

    private static View show(AttestationBundle bundle, int level, Findings findings)
        throws DecodingException {
      View.Builder view = View.Group.builder();
      for (AttestationStatement statement : bundle.attestations()) {
        boolean isCmw = statement.cmw(findings).isPresent();
        view.put(
            statement.type().toString(),
            isCmw
                ? Nested.message(contentOf(statement.der()), level)
                : View.bytes(statement.der()));
      }
      return view.build();
    }

    /** The signature is that of the key which asks: it proves that the asker has it. */
    @Override
    public Decoded verify(Content content, Checks checks)
        throws DecodingException, VerificationException {
      Decoded decoded = decode(content, checks.lenient());
      X509Signature.ofRequest(der(content, "CERTIFICATE REQUEST")).verify(checks);
      return decoded;
    }

    @Override
    public Bytes convert(Content content, Notation to, boolean lenient) throws DecodingException {
      Bytes der = der(content, "CERTIFICATE REQUEST");
      return X509Kinds.convert(
          CmwExtension.findInRequest(der, options(lenient)), to, content, lenient);
    }
  }

  private static final class ExtensionKind extends Kind {
    ExtensionKind() {
      super("cmw-extension-value", "Value of the CMW extension of a certificate");
    }

    /** An OCTET STRING can be anything. */
    @Override
    public boolean detects(Content content) {
      return false;
    }

    private static CmwExtension extension(Content content, boolean lenient)
        throws DecodingException {
      return CmwExtension.decode(content.bytes(), false, options(lenient));
    }

    @Override
    public Decoded decode(Content content, boolean lenient) throws DecodingException {
      CmwExtension extension = extension(content, lenient);
      return new Decoded("der", false, extension.findings(), show(extension, content.level()));
    }

    @Override
    public Bytes convert(Content content, Notation to, boolean lenient) throws DecodingException {
      return X509Kinds.convert(Optional.of(extension(content, lenient)), to, content, lenient);
    }

    @Override
    public Bytes sign(Content content, Envelope to, Signing signing) throws DecodingException {
      CmwForm form = to == Envelope.JWS ? CmwForm.JSON : CmwForm.CBOR;
      Bytes wrapper = extension(content, false).cmw().encode(form);
      return CmwKinds.CMW.sign(new Content(wrapper), to, signing);
    }
  }
}
