[assembly: LabArgument("declared", "0.5 A", "an argument whose name is computed")]

namespace Outcomes;

public sealed class Asking(Station station)
{
    [Fact]
    public void Asks_for_a_value() => station.Record("vin", station.Argument("vin", 5.Volts()));

    [Fact]
    public void Asks_for_a_text() => station.Record("variant", station.Argument("variant", "A"));

    [Fact]
    public void Asks_for_a_text_that_looks_like_a_quantity() => station.Record("label", station.Argument("label", "5 V"));

    [Fact, LabArgument("fast", "false", "leaves out the long ones")]
    public void Asks_for_a_flag() => station.Record("fast", station.Argument("fast", false));

    [Fact]
    public void Asks_for_a_computed_name() => station.Record("current", station.Argument(string.Concat("decla", "red"), Quantity.Parse("0.5 A")));
}
