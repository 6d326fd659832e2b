package org.rats4j.core.jackson;

import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;

/** Turns an exception of Jackson, whose message quotes the input, into one of ours. */
final class JacksonFailure {
  private JacksonFailure() {}

  static DecodingException of(IOException e, String path, Class<?> type) {
    StringBuilder steps = new StringBuilder(path);
    if (e instanceof JsonMappingException mapping) {
      for (JsonMappingException.Reference step : mapping.getPath()) {
        steps.append('/');
        String name = step.getFieldName();
        steps.append(name == null ? step.getIndex() : name.replace("~", "~0").replace("/", "~1"));
      }
    }
    return DecodingException.of(
        reason(e), steps.toString(), detail(e) + " " + type.getSimpleName());
  }

  private static Reason reason(IOException e) {
    if (e instanceof InvalidDefinitionException) {
      return Reason.UNSUPPORTED;
    }
    if (e instanceof StreamConstraintsException
        || e.getCause() instanceof StreamConstraintsException) {
      return Reason.LIMIT_EXCEEDED;
    }
    return isValue(e) || isValue(e.getCause()) ? Reason.INVALID_VALUE : Reason.UNEXPECTED_STRUCTURE;
  }

  private static boolean isValue(@Nullable Object e) {
    return e instanceof ValueInstantiationException
        || e instanceof InvalidFormatException
        || e instanceof InputCoercionException
        || e instanceof IllegalArgumentException;
  }

  private static String detail(IOException e) {
    return switch (reason(e)) {
      case UNSUPPORTED -> "the mapper cannot make a";
      case LIMIT_EXCEEDED -> "beyond a limit of the mapper of";
      case INVALID_VALUE -> "value refused by";
      default -> "does not have the shape of";
    };
  }
}
