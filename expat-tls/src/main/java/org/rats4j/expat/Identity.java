package org.rats4j.expat;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.crypto.Signer;

/** A certificate chain and the signer of its first certificate's key. */
public final class Identity {
  private final List<X509Certificate> chain;
  private final List<Bytes> encodedChain;
  private final List<TlsExtension> extensions;
  private final Signer signer;
  private final int scheme;
  private final List<ChainSignature> chainSignatures;

  private Identity(
      List<X509Certificate> chain,
      List<Bytes> encodedChain,
      List<TlsExtension> extensions,
      Signer signer,
      int scheme,
      List<ChainSignature> chainSignatures) {
    this.chain = chain;
    this.encodedChain = encodedChain;
    this.extensions = extensions;
    this.signer = signer;
    this.scheme = scheme;
    this.chainSignatures = chainSignatures;
  }

  /**
   * Returns an identity.
   *
   * @param chain the certificates, the signer's first, each issued by the next; the anchor may be
   *     left out
   * @param signer signs with the key of the first certificate
   * @throws IllegalArgumentException if {@code chain} is empty, or the key of its first certificate
   *     is weak or not one for the algorithm of {@code signer}
   */
  public static Identity of(List<X509Certificate> chain, Signer signer) {
    List<X509Certificate> certificates = List.copyOf(chain);
    if (certificates.isEmpty()) {
      throw new IllegalArgumentException("chain is empty");
    }
    List<Bytes> encoded = new ArrayList<>();
    int scheme;
    try {
      for (X509Certificate certificate : certificates) {
        encoded.add(Bytes.copyOf(certificate.getEncoded()));
      }
      scheme =
          LeafKey.of(certificates.get(0))
              .schemeOf(signer.algorithm())
              .orElseThrow(
                  () -> new IllegalArgumentException("signer does not fit the key of the leaf"));
    } catch (CertificateException e) {
      throw new IllegalArgumentException("certificate cannot be used", e);
    }
    List<ChainSignature> signatures = certificates.stream().map(ChainSignature::of).toList();
    return new Identity(certificates, List.copyOf(encoded), List.of(), signer, scheme, signatures);
  }

  /**
   * Returns this identity with other extensions in its first entry, such as an OCSP response. Those
   * that a request does not offer are left out of the answer.
   */
  public Identity withExtensions(List<TlsExtension> extensions) {
    return new Identity(
        chain, encodedChain, List.copyOf(extensions), signer, scheme, chainSignatures);
  }

  /** Returns the certificates, the signer's first. */
  public List<X509Certificate> chain() {
    return chain;
  }

  /** Returns the certificate whose key signs. */
  public X509Certificate leaf() {
    return chain.get(0);
  }

  /** Returns the extensions of the first entry. */
  public List<TlsExtension> extensions() {
    return extensions;
  }

  /** Returns what signs. */
  public Signer signer() {
    return signer;
  }

  /** Returns the scheme of {@link SignatureScheme} in which this identity signs. */
  public int scheme() {
    return scheme;
  }

  /** Returns whether a peer that knows these schemes can verify the chain. */
  boolean isUnderstoodWith(List<Integer> schemes) {
    return chainSignatures.stream().allMatch(signature -> signature.isUnderstoodWith(schemes));
  }

  List<Bytes> encodedChain() {
    return encodedChain;
  }

  @Override
  public String toString() {
    return "Identity["
        + leaf().getSubjectX500Principal()
        + ", "
        + SignatureScheme.name(scheme)
        + "]";
  }
}
