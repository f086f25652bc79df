from tests.small_country import country

__all__ = ["country"]
