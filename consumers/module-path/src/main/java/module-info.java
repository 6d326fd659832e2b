/** A program on the module path. */
module consumer {
  requires org.rats4j.expat;
  requires org.rats4j.verifier;

  // What each of these programs brings along besides.
  requires com.h2database;
  requires io.netty.buffer;
  requires io.netty.common;
  requires io.netty.handler;
  requires io.netty.transport;
  requires org.bouncycastle.pkix;
  requires org.bouncycastle.provider;
  requires org.bouncycastle.tls;
  requires org.conscrypt;
}
