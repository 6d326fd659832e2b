package org.rats4j.benchmarks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a benchmark class has to reach against one of its peers. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Goal {
  /** Returns the name of the method that measures the peer. */
  String peer();

  /** Returns how many times as fast as the peer we have to be. */
  double speed();

  /** Returns how much we may allocate as part of what the peer allocates. */
  double allocation() default Double.POSITIVE_INFINITY;
}
