package org.rats4j.cli.house;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * One of our libraries.
 *
 * @param folder its folder in the repository
 * @param root its package root, which is also the name of its module
 * @param uses the folders of the libraries that it may use
 */
record Library(String folder, String root, Set<String> uses) {
  static final List<Library> ALL =
      List.of(
          new Library("core", "org.rats4j.core", Set.of()),
          new Library("cmw", "org.rats4j.cmw", Set.of("core")),
          new Library("eat", "org.rats4j.eat", Set.of("core", "cmw")),
          new Library("ear", "org.rats4j.ear", Set.of("core", "cmw", "eat")),
          new Library("corim", "org.rats4j.corim", Set.of("core", "cmw")),
          new Library("pkix-attestation", "org.rats4j.pkix", Set.of("core", "cmw")),
          new Library("expat-tls", "org.rats4j.expat", Set.of("core", "cmw")),
          new Library(
              "verifier",
              "org.rats4j.verifier",
              Set.of("core", "cmw", "eat", "ear", "corim", "pkix-attestation")));

  /** Folders with a module that is no library. */
  static final Set<String> NOT_PUBLISHED = Set.of("cli", "examples", "test-vectors");

  /** Packages that show the types of the library that they are named after. */
  static final String[] BRIDGES = {
    "org.rats4j.core.jackson..",
    "org.rats4j.core.nimbus..",
    "org.rats4j.pkix.hsm.pkcs11..",
    "org.rats4j.expat.bc..",
    "org.rats4j.expat.conscrypt..",
    "org.rats4j.expat.netty.."
  };

  /** The optional libraries that only these packages touch. */
  static final String[] BRIDGED = {
    "com.fasterxml.jackson.databind..",
    "com.fasterxml.jackson.dataformat..",
    "com.nimbusds..",
    "org.xipki..",
    "org.bouncycastle.tls..",
    "org.conscrypt..",
    "io.netty.."
  };

  Path classes() {
    return Path.of("..", folder, "target", "classes");
  }

  Path sources() {
    return Path.of("..", folder, "src", "main", "java");
  }

  String packages() {
    return root + "..";
  }

  boolean mayUse(Library other) {
    return equals(other) || uses.contains(other.folder);
  }
}
