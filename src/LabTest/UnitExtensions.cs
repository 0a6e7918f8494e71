using System.Numerics;

namespace LabTest;

/// <summary>Quantities written as a number and its unit: <c>3.3.Volts()</c>, <c>88.Percent()</c>.</summary>
public static class UnitExtensions
{
    private static readonly Unit VoltsUnit = Unit.Parse("V");
    private static readonly Unit MillivoltsUnit = Unit.Parse("mV");
    private static readonly Unit MicrovoltsUnit = Unit.Parse("µV");
    private static readonly Unit NanovoltsUnit = Unit.Parse("nV");
    private static readonly Unit KilovoltsUnit = Unit.Parse("kV");
    private static readonly Unit VoltsRmsUnit = Unit.Parse("Vrms");
    private static readonly Unit MillivoltsRmsUnit = Unit.Parse("mVrms");
    private static readonly Unit VoltsPeakToPeakUnit = Unit.Parse("Vpp");
    private static readonly Unit MillivoltsPeakToPeakUnit = Unit.Parse("mVpp");
    private static readonly Unit AmperesUnit = Unit.Parse("A");
    private static readonly Unit MilliamperesUnit = Unit.Parse("mA");
    private static readonly Unit MicroamperesUnit = Unit.Parse("µA");
    private static readonly Unit NanoamperesUnit = Unit.Parse("nA");
    private static readonly Unit PicoamperesUnit = Unit.Parse("pA");
    private static readonly Unit OhmsUnit = Unit.Parse("Ω");
    private static readonly Unit MilliohmsUnit = Unit.Parse("mΩ");
    private static readonly Unit KilohmsUnit = Unit.Parse("kΩ");
    private static readonly Unit MegohmsUnit = Unit.Parse("MΩ");
    private static readonly Unit FaradsUnit = Unit.Parse("F");
    private static readonly Unit MicrofaradsUnit = Unit.Parse("µF");
    private static readonly Unit NanofaradsUnit = Unit.Parse("nF");
    private static readonly Unit PicofaradsUnit = Unit.Parse("pF");
    private static readonly Unit HenriesUnit = Unit.Parse("H");
    private static readonly Unit MicrohenriesUnit = Unit.Parse("µH");
    private static readonly Unit WattsUnit = Unit.Parse("W");
    private static readonly Unit MilliwattsUnit = Unit.Parse("mW");
    private static readonly Unit MicrowattsUnit = Unit.Parse("µW");
    private static readonly Unit JoulesUnit = Unit.Parse("J");
    private static readonly Unit DecibelMilliwattsUnit = Unit.Parse("dBm");
    private static readonly Unit DecibelsUnit = Unit.Parse("dB");
    private static readonly Unit SecondsUnit = Unit.Parse("s");
    private static readonly Unit MillisecondsUnit = Unit.Parse("ms");
    private static readonly Unit MicrosecondsUnit = Unit.Parse("µs");
    private static readonly Unit NanosecondsUnit = Unit.Parse("ns");
    private static readonly Unit PicosecondsUnit = Unit.Parse("ps");
    private static readonly Unit MinutesUnit = Unit.Parse("min");
    private static readonly Unit HoursUnit = Unit.Parse("h");
    private static readonly Unit HertzUnit = Unit.Parse("Hz");
    private static readonly Unit KilohertzUnit = Unit.Parse("kHz");
    private static readonly Unit MegahertzUnit = Unit.Parse("MHz");
    private static readonly Unit GigahertzUnit = Unit.Parse("GHz");
    private static readonly Unit CelsiusUnit = Unit.Parse("°C");
    private static readonly Unit KelvinUnit = Unit.Parse("K");
    private static readonly Unit FahrenheitUnit = Unit.Parse("°F");
    private static readonly Unit MetersUnit = Unit.Parse("m");
    private static readonly Unit CmUnit = Unit.Parse("cm");
    private static readonly Unit MmUnit = Unit.Parse("mm");
    private static readonly Unit UmUnit = Unit.Parse("µm");
    private static readonly Unit NmUnit = Unit.Parse("nm");
    private static readonly Unit DegreesUnit = Unit.Parse("°");
    private static readonly Unit RadiansUnit = Unit.Parse("rad");
    private static readonly Unit PercentUnit = Unit.Parse("%");
    private static readonly Unit PartsPerMillionUnit = Unit.Parse("ppm");
    private static readonly Unit CountsUnit = Unit.Parse("count");
    private static readonly Unit ElectronsUnit = Unit.Parse("e-");
    private static readonly Unit PhotonsUnit = Unit.Parse("photon");
    private static readonly Unit PixelsUnit = Unit.Parse("px");
    private static readonly Unit SamplesUnit = Unit.Parse("Sa");
    private static readonly Unit SamplesPerSecondUnit = Unit.Parse("Sa/s");

    extension<T>(T value)
        where T : INumber<T>
    {
        /// <summary>The number in volts (<c>V</c>).</summary>
        public Quantity Volts() => Of(value, VoltsUnit);

        /// <summary>The number in millivolts (<c>mV</c>).</summary>
        public Quantity Millivolts() => Of(value, MillivoltsUnit);

        /// <summary>The number in microvolts (<c>µV</c>).</summary>
        public Quantity Microvolts() => Of(value, MicrovoltsUnit);

        /// <summary>The number in nanovolts (<c>nV</c>).</summary>
        public Quantity Nanovolts() => Of(value, NanovoltsUnit);

        /// <summary>The number in kilovolts (<c>kV</c>).</summary>
        public Quantity Kilovolts() => Of(value, KilovoltsUnit);

        /// <summary>The number in volts, root mean square (<c>Vrms</c>).</summary>
        public Quantity VoltsRms() => Of(value, VoltsRmsUnit);

        /// <summary>The number in millivolts, root mean square (<c>mVrms</c>).</summary>
        public Quantity MillivoltsRms() => Of(value, MillivoltsRmsUnit);

        /// <summary>The number in volts, peak to peak (<c>Vpp</c>).</summary>
        public Quantity VoltsPeakToPeak() => Of(value, VoltsPeakToPeakUnit);

        /// <summary>The number in millivolts, peak to peak (<c>mVpp</c>).</summary>
        public Quantity MillivoltsPeakToPeak() => Of(value, MillivoltsPeakToPeakUnit);

        /// <summary>The number in amperes (<c>A</c>).</summary>
        public Quantity Amperes() => Of(value, AmperesUnit);

        /// <summary>The number in milliamperes (<c>mA</c>).</summary>
        public Quantity Milliamperes() => Of(value, MilliamperesUnit);

        /// <summary>The number in microamperes (<c>µA</c>).</summary>
        public Quantity Microamperes() => Of(value, MicroamperesUnit);

        /// <summary>The number in nanoamperes (<c>nA</c>).</summary>
        public Quantity Nanoamperes() => Of(value, NanoamperesUnit);

        /// <summary>The number in picoamperes (<c>pA</c>).</summary>
        public Quantity Picoamperes() => Of(value, PicoamperesUnit);

        /// <summary>The number in ohms (<c>Ω</c>).</summary>
        public Quantity Ohms() => Of(value, OhmsUnit);

        /// <summary>The number in milliohms (<c>mΩ</c>).</summary>
        public Quantity Milliohms() => Of(value, MilliohmsUnit);

        /// <summary>The number in kilohms (<c>kΩ</c>).</summary>
        public Quantity Kilohms() => Of(value, KilohmsUnit);

        /// <summary>The number in megohms (<c>MΩ</c>).</summary>
        public Quantity Megohms() => Of(value, MegohmsUnit);

        /// <summary>The number in farads (<c>F</c>).</summary>
        public Quantity Farads() => Of(value, FaradsUnit);

        /// <summary>The number in microfarads (<c>µF</c>).</summary>
        public Quantity Microfarads() => Of(value, MicrofaradsUnit);

        /// <summary>The number in nanofarads (<c>nF</c>).</summary>
        public Quantity Nanofarads() => Of(value, NanofaradsUnit);

        /// <summary>The number in picofarads (<c>pF</c>).</summary>
        public Quantity Picofarads() => Of(value, PicofaradsUnit);

        /// <summary>The number in henries (<c>H</c>).</summary>
        public Quantity Henries() => Of(value, HenriesUnit);

        /// <summary>The number in microhenries (<c>µH</c>).</summary>
        public Quantity Microhenries() => Of(value, MicrohenriesUnit);

        /// <summary>The number in watts (<c>W</c>).</summary>
        public Quantity Watts() => Of(value, WattsUnit);

        /// <summary>The number in milliwatts (<c>mW</c>).</summary>
        public Quantity Milliwatts() => Of(value, MilliwattsUnit);

        /// <summary>The number in microwatts (<c>µW</c>).</summary>
        public Quantity Microwatts() => Of(value, MicrowattsUnit);

        /// <summary>The number in joules (<c>J</c>).</summary>
        public Quantity Joules() => Of(value, JoulesUnit);

        /// <summary>The number in decibels above a milliwatt (<c>dBm</c>).</summary>
        public Quantity DecibelMilliwatts() => Of(value, DecibelMilliwattsUnit);

        /// <summary>The number in decibels (<c>dB</c>).</summary>
        public Quantity Decibels() => Of(value, DecibelsUnit);

        /// <summary>The number in seconds (<c>s</c>).</summary>
        public Quantity Seconds() => Of(value, SecondsUnit);

        /// <summary>The number in milliseconds (<c>ms</c>).</summary>
        public Quantity Milliseconds() => Of(value, MillisecondsUnit);

        /// <summary>The number in microseconds (<c>µs</c>).</summary>
        public Quantity Microseconds() => Of(value, MicrosecondsUnit);

        /// <summary>The number in nanoseconds (<c>ns</c>).</summary>
        public Quantity Nanoseconds() => Of(value, NanosecondsUnit);

        /// <summary>The number in picoseconds (<c>ps</c>).</summary>
        public Quantity Picoseconds() => Of(value, PicosecondsUnit);

        /// <summary>The number in minutes (<c>min</c>).</summary>
        public Quantity Minutes() => Of(value, MinutesUnit);

        /// <summary>The number in hours (<c>h</c>).</summary>
        public Quantity Hours() => Of(value, HoursUnit);

        /// <summary>The number in hertz (<c>Hz</c>).</summary>
        public Quantity Hertz() => Of(value, HertzUnit);

        /// <summary>The number in kilohertz (<c>kHz</c>).</summary>
        public Quantity Kilohertz() => Of(value, KilohertzUnit);

        /// <summary>The number in megahertz (<c>MHz</c>).</summary>
        public Quantity Megahertz() => Of(value, MegahertzUnit);

        /// <summary>The number in gigahertz (<c>GHz</c>).</summary>
        public Quantity Gigahertz() => Of(value, GigahertzUnit);

        /// <summary>The number in degrees Celsius, on the scale (<c>°C</c>).</summary>
        public Quantity Celsius() => Of(value, CelsiusUnit);

        /// <summary>The number in kelvin, also a difference of temperatures (<c>K</c>).</summary>
        public Quantity Kelvin() => Of(value, KelvinUnit);

        /// <summary>The number in degrees Fahrenheit, on the scale (<c>°F</c>).</summary>
        public Quantity Fahrenheit() => Of(value, FahrenheitUnit);

        /// <summary>The number in metres (<c>m</c>).</summary>
        public Quantity Meters() => Of(value, MetersUnit);

        /// <summary>The number in centimetres (<c>cm</c>).</summary>
        public Quantity Cm() => Of(value, CmUnit);

        /// <summary>The number in millimetres (<c>mm</c>).</summary>
        public Quantity Mm() => Of(value, MmUnit);

        /// <summary>The number in micrometres (<c>µm</c>).</summary>
        public Quantity Um() => Of(value, UmUnit);

        /// <summary>The number in nanometres (<c>nm</c>).</summary>
        public Quantity Nm() => Of(value, NmUnit);

        /// <summary>The number in degrees of angle (<c>°</c>).</summary>
        public Quantity Degrees() => Of(value, DegreesUnit);

        /// <summary>The number in radians (<c>rad</c>).</summary>
        public Quantity Radians() => Of(value, RadiansUnit);

        /// <summary>The number in hundredths (<c>%</c>).</summary>
        public Quantity Percent() => Of(value, PercentUnit);

        /// <summary>The number in millionths (<c>ppm</c>).</summary>
        public Quantity PartsPerMillion() => Of(value, PartsPerMillionUnit);

        /// <summary>The number in counts of a detector or converter (<c>count</c>).</summary>
        public Quantity Counts() => Of(value, CountsUnit);

        /// <summary>The number in electrons (<c>e-</c>).</summary>
        public Quantity Electrons() => Of(value, ElectronsUnit);

        /// <summary>The number in photons (<c>photon</c>).</summary>
        public Quantity Photons() => Of(value, PhotonsUnit);

        /// <summary>The number in pixels (<c>px</c>).</summary>
        public Quantity Pixels() => Of(value, PixelsUnit);

        /// <summary>The number in samples (<c>Sa</c>).</summary>
        public Quantity Samples() => Of(value, SamplesUnit);

        /// <summary>The number in samples a second (<c>Sa/s</c>).</summary>
        public Quantity SamplesPerSecond() => Of(value, SamplesPerSecondUnit);
    }

    private static Quantity Of<T>(T value, Unit unit)
        where T : INumber<T> => new(double.CreateChecked(value), unit);
}
