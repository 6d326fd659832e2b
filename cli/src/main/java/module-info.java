/** The {@code rats} command. */
@SuppressWarnings("requires-automatic") // ipkcs11wrapper has no module name of its own
@org.jspecify.annotations.NullMarked
module org.rats4j.cli {
  requires static org.jspecify;
  requires info.picocli;
  requires ipkcs11wrapper;
  requires org.rats4j.core;
  requires org.rats4j.cmw;
  requires org.rats4j.eat;
  requires org.rats4j.ear;
  requires org.rats4j.corim;
  requires org.rats4j.pkix;
  requires org.rats4j.verifier;
  requires org.rats4j.expat;
  requires org.bouncycastle.provider; // certificates of rats demo
  requires org.bouncycastle.tls; // the TLS stack of rats tls, and of rats demo before JDK 25

  // picocli fills the annotated fields of the commands.
  opens org.rats4j.cli to
      info.picocli;
}
