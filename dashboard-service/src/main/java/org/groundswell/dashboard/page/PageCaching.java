package org.groundswell.dashboard.page;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Marks the page's files with what is in them. Their dates cannot tell one version from the next:
 * in a reproducible jar all of them are the same.
 */
@Configuration(proxyBeanMethods = false)
class PageCaching {

  @Bean
  FilterRegistrationBean<ShallowEtagHeaderFilter> entityTags() {
    var filter = new ShallowEtagHeaderFilter();
    filter.setWriteWeakETag(true); // Tomcat compresses nothing that has a strong one
    var registration = new FilterRegistrationBean<>(filter);
    registration.addUrlPatterns("/index.html", "*.js", "*.css", "*.svg", "*.json");
    return registration;
  }
}
