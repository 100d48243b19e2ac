package dev.palindrome.spring;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.ClassUtils;

/** An application's properties as Spring Boot reads them, where there is one. */
final class BootProperties {

    static final boolean BOOT_IS_THERE = ClassUtils.isPresent(
            "org.springframework.boot.context.properties.bind.Binder", BootProperties.class.getClassLoader());

    private BootProperties() {}

    /** What the properties below a prefix say is set on a bean. */
    static void bind(ConfigurableEnvironment environment, String prefix, Object bean) {
        if (BOOT_IS_THERE) {
            Binder.get(environment).bind(prefix, Bindable.ofInstance(bean));
        }
    }
}
