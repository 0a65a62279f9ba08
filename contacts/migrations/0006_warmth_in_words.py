"""How well two people know each other is said in words alone."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("contacts", "0005_keys_again")]

    operations = [
        migrations.AlterField(
            model_name="contact",
            name="warmth",
            field=models.CharField(
                choices=[("A", "Close"), ("B", "Friendly"), ("C", "New or distant")], default="C", max_length=1
            ),
        ),
    ]
