package org.rats4j.expat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.expat.tls.TlsRole;

/** Reads the bodies of the extensions of a request that mean something to us. */
final class RequestBodies {
  private static final Bytes OCSP_WITHOUT_LISTS = Bytes.of(1, 0, 0, 0, 0);
  private static final int OCSP = 1;
  private static final int ASCII_MAX = 0x7e;

  private final Map<Integer, Bytes> bodies;
  private final ExpatLimits limits;
  private final TlsRole requester;

  RequestBodies(Map<Integer, Bytes> bodies, ExpatLimits limits, TlsRole requester) {
    this.bodies = bodies;
    this.limits = limits;
    this.requester = requester;
  }

  /** Reads a list of schemes: {@code SignatureScheme supported_signature_algorithms<2..2^16-2>}. */
  Optional<List<Integer>> schemes(int type, String name) throws DecodingException {
    if (!bodies.containsKey(type)) {
      return Optional.empty();
    }
    WireReader in = inner(type, 2, name);
    List<Integer> schemes = new ArrayList<>();
    while (!in.atEnd()) {
      schemes.add(in.uint16(name));
    }
    if (schemes.size() > limits.schemes()) {
      throw Fault.LIMIT_EXCEEDED.decoding(path(name), "more than " + limits.schemes() + " schemes");
    }
    return Optional.of(List.copyOf(schemes));
  }

  /** Reads {@code ServerName server_name_list<1..2^16-1>} with its only known type, host_name. */
  Optional<String> serverName() throws DecodingException {
    String name = "server_name";
    if (!bodies.containsKey(TlsExtension.SERVER_NAME)) {
      return Optional.empty();
    }
    WireReader in = inner(TlsExtension.SERVER_NAME, 1, name);
    if (in.uint8(name) != 0) {
      throw in.fail(name, "name is no host_name");
    }
    Bytes host = in.vector16(1, name);
    in.end(name);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < host.size(); i++) {
      if (host.at(i) <= ' ' || host.at(i) > ASCII_MAX) {
        throw in.fail(name, "host_name is not printable ASCII");
      }
      text.append((char) host.at(i));
    }
    return Optional.of(text.toString());
  }

  /** Reads {@code DistinguishedName authorities<3..2^16-1>}. */
  List<Bytes> certificateAuthorities() throws DecodingException {
    String name = "certificate_authorities";
    if (!bodies.containsKey(TlsExtension.CERTIFICATE_AUTHORITIES)) {
      return List.of();
    }
    WireReader in = inner(TlsExtension.CERTIFICATE_AUTHORITIES, 3, name);
    List<Bytes> names = new ArrayList<>();
    while (!in.atEnd()) {
      names.add(in.vector16(1, name));
    }
    return List.copyOf(names);
  }

  /** Reads {@code OIDFilter filters<0..2^16-1>}. */
  List<OidFilter> oidFilters() throws DecodingException {
    String name = "oid_filters";
    if (!bodies.containsKey(TlsExtension.OID_FILTERS)) {
      return List.of();
    }
    WireReader in = inner(TlsExtension.OID_FILTERS, 0, name);
    List<OidFilter> filters = new ArrayList<>();
    while (!in.atEnd()) {
      Bytes oid = in.vector8(1, name);
      filters.add(new OidFilter(oid, in.vector16(0, name)));
    }
    return List.copyOf(filters);
  }

  /**
   * Checks status_request: of a server empty; of a client, for which RFC 9261 names no form, empty
   * or as in a ClientHello.
   */
  void checkStatusRequest() throws DecodingException {
    String name = "status_request";
    Bytes body = bodies.get(TlsExtension.STATUS_REQUEST);
    if (body == null || body.isEmpty()) {
      return;
    }
    if (requester == TlsRole.SERVER) {
      throw Fault.MALFORMED.decoding(path(name), "request of a server has data here");
    }
    if (body.equals(OCSP_WITHOUT_LISTS)) {
      return;
    }
    WireReader in = WireReader.of(body, path(name));
    if (in.uint8(name) != OCSP) {
      throw in.fail(name, "status_type is not ocsp");
    }
    in.vector16(0, name);
    in.vector16(0, name);
    in.end(name);
  }

  void checkSignedCertificateTimestamp() throws DecodingException {
    Bytes body = bodies.get(TlsExtension.SIGNED_CERTIFICATE_TIMESTAMP);
    if (body != null && !body.isEmpty()) {
      throw Fault.MALFORMED.decoding(path("signed_certificate_timestamp"), "request has data here");
    }
  }

  private WireReader inner(int type, int min, String name) throws DecodingException {
    WireReader body = WireReader.of(bodies.getOrDefault(type, Bytes.EMPTY), path(name));
    Bytes list = body.vector16(min, name);
    body.end(name);
    return WireReader.of(list, path(name));
  }

  private static String path(String name) {
    return "extensions/" + name;
  }
}
