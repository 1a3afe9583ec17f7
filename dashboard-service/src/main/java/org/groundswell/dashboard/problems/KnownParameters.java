package org.groundswell.dashboard.problems;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses query parameters that a handler of the API does not read: a misspelt filter must not
 * answer with everything. What a handler reads are the components of the records it takes.
 */
@Component
class KnownParameters implements HandlerInterceptor, WebMvcConfigurer {

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      Map<String, Class<?>> known = parametersOf(method);
      request.getParameterMap().forEach((name, values) -> check(name, values, known));
    }
    return true;
  }

  private static Map<String, Class<?>> parametersOf(HandlerMethod method) {
    var known = new TreeMap<String, Class<?>>();
    Arrays.stream(method.getMethodParameters())
        .map(MethodParameter::getParameterType)
        .filter(Class::isRecord)
        .flatMap(type -> Arrays.stream(type.getRecordComponents()))
        .forEach((RecordComponent part) -> known.put(part.getName(), part.getType()));
    return known;
  }

  private static void check(String name, String[] values, Map<String, Class<?>> known) {
    String given = String.join(",", values);
    Class<?> type = known.get(name);
    if (type == null) {
      throw new BadParameter(name, given, "it is unknown here; known are " + known.keySet());
    }
    if (values.length > 1 && !Collection.class.isAssignableFrom(type)) {
      throw new BadParameter(name, given, "it may be given only once");
    }
    if (given.isBlank()) {
      throw new BadParameter(name, given, "it is empty");
    }
  }
}
